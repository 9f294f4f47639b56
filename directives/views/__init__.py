"""The browser's doors to papers."""
