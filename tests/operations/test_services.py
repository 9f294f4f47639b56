"""What the tests themselves stand on."""

from django.db.backends.postgresql import psycopg_any


def test_the_driver_is_psycopg2() -> None:
    """psycopg 3, pulled in by any package, would silently take its place."""
    assert not psycopg_any.is_psycopg3
