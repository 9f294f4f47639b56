"""Scanned pages → text through tesseract, where the machine has it. Pages go in and words come out by pipes.

The program is found once by its fixed name; no words of a user stand among its arguments.
"""

import shutil
import subprocess  # nosec B404
from collections.abc import Callable, Sequence

from directives.reading.refusals import Unreadable

MOST_SCANNED = 30  # pages; one takes a few seconds
SECONDS_A_PAGE = 60
_INSTALL = (
    "Tệp PDF là bản quét ({pages}) và máy chủ chưa có bộ nhận dạng chữ tiếng Việt. Hãy cài tesseract-ocr và "
    "tesseract-ocr-vie trên máy chủ, hoặc nhận dạng chữ ngay khi quét, hoặc dán văn bản vào ô bên dưới."
)


def scanned_text(pages: Sequence[int], picture: Callable[[int], bytes]) -> str:
    """The words of the pages. `picture`: a page by its number as PGM.

    Raises Unreadable when there is no tesseract with Vietnamese, or it fails.
    """
    if len(pages) > MOST_SCANNED:
        raise Unreadable(
            f"Tệp PDF có hơn {MOST_SCANNED} trang quét. Hãy bỏ bớt phụ lục rồi tải lại, hoặc dán phần văn bản."
        )
    program = shutil.which("tesseract")
    if program is None or not _reads_vietnamese(program):
        raise Unreadable(_INSTALL.format(pages=_named(pages)))
    return "\n".join(_recognised(program, page, picture(page)) for page in pages)


def _named(pages: Sequence[int]) -> str:
    return f"trang {', '.join(map(str, pages[:5]))}" + (", …" if len(pages) > 5 else "")


def _reads_vietnamese(program: str) -> bool:
    try:
        told = subprocess.run(  # noqa: S603  # nosec B603
            [program, "--list-langs"], capture_output=True, timeout=SECONDS_A_PAGE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"vie" in (told.stdout + told.stderr).split()


def _recognised(program: str, page: int, picture: bytes) -> str:
    try:
        done = subprocess.run(  # noqa: S603  # nosec B603
            [program, "stdin", "stdout", "-l", "vie", "--psm", "4"],
            input=picture,
            capture_output=True,
            timeout=SECONDS_A_PAGE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        raise Unreadable(
            f"Không nhận dạng được chữ ở trang {page} của bản quét. "
            "Hãy quét lại rõ hơn, hoặc dán văn bản vào ô bên dưới."
        ) from None
    return done.stdout.decode("utf-8", "replace").replace("\x0c", "").strip()
