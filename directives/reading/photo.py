"""A photograph of a page, or a scan saved as a picture: one page of A4."""

import io
import math

from PIL import Image, ImageOps

from directives.reading.layout import text_of_pages
from directives.reading.ocr import Picture, scans
from directives.reading.refusals import Unreadable
from directives.reading.source import Source

A4_WIDTH = 595  # points
MOST_DOTS = 25_000_000  # of one page; one of A4 at 300 dpi has 9 million
MOST_UNPACKED = 80_000_000  # dots of a picture as it comes: a hundred bytes may unpack to gigabytes
_BROKEN = (
    "Tệp ảnh bị hỏng hoặc quá lớn. Hãy chụp hoặc quét lại thành .jpg, .png hay .pdf rồi tải lên."
)


def photo_text(data: bytes) -> Source:
    """Raises Unreadable."""
    page = _picture(data)
    scan = scans([1], lambda _: page)[1]
    return Source(text_of_pages([(scan.rows, page.width)]), (1,), scan.unsure)


def _picture(data: bytes) -> Picture:
    """Raises Unreadable. The picture is set upright as the camera says."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
            if image.width * image.height > MOST_UNPACKED:
                raise Unreadable(_BROKEN)
            grey = ImageOps.exif_transpose(_on_white(image)).convert("L")
    except Unreadable:
        raise
    except Exception:  # Pillow raises what its decoders raise
        raise Unreadable(_BROKEN) from None
    scale = min(1, math.sqrt(MOST_DOTS / (grey.width * grey.height)))
    grey = grey.resize((max(1, int(grey.width * scale)), max(1, int(grey.height * scale))))
    pgm = f"P5 {grey.width} {grey.height} 255\n".encode() + grey.tobytes()
    return Picture(pgm, grey.width, A4_WIDTH, A4_WIDTH * grey.height / grey.width)


def _on_white(image: Image.Image) -> Image.Image:
    """See-through paper is white."""
    if not image.has_transparency_data:
        return image
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
