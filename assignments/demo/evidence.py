"""Small real files for the demo's reports, made in code: a PDF of one page, a PNG of one colour."""

import struct
import zlib

PAGE = b"BT /F1 14 Tf 60 780 Td (Phu luc bao cao - du lieu mau cua phan mem Don doc) Tj ET"


def pdf(mark: str) -> bytes:
    """Return a valid PDF of one page; `mark` (ASCII) makes its bytes its own."""
    stream = PAGE + f"\nBT /F1 10 Tf 60 755 Td ({mark}) Tj ET".encode("ascii")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    )
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(data))
    )


def png(mark: str) -> bytes:
    """Return a valid PNG of 320 × 200 points in a colour that `mark` chooses."""
    width, height = 320, 200
    colour = struct.pack(">I", zlib.crc32(mark.encode()))[:3]
    pixels = (b"\x00" + colour * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (
        _chunk(b"IHDR", header),
        _chunk(b"tEXt", b"Title\x00" + mark.encode("ascii")),
        _chunk(b"IDAT", zlib.compress(pixels, 9)),
        _chunk(b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
