"""Pictures of pages → printed rows through tesseract, where the machine has it.

Pages go in and words come out by pipes; the kernel lets the program write no file, not even a core dump.
The program is found once by its fixed name; no words of a user stand among its arguments.
"""

import os
import resource
import shutil
import subprocess  # nosec B404
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from directives.reading.hocr import Scan, scan_of
from directives.reading.refusals import Unreadable

MOST_SCANNED = 20  # pages
SECONDS = 50  # for all pages of a file; a proxy commonly gives an answer a minute
PATIENCE = 10  # seconds until it must have told its languages
MEMORY = 1_000_000_000  # bytes of address space; a page of A3 takes a third
AT_ONCE = 2  # pages under way in one web process, whoever sent them
_TURNS = threading.BoundedSemaphore(AT_ONCE)
_LIMITS = {
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_AS: MEMORY,
    resource.RLIMIT_CPU: SECONDS,  # also for one whose web process was killed
}
_INSTALL = (
    "Tệp là bản quét hoặc ảnh chụp (trang {pages}) và máy chủ chưa có bộ nhận dạng chữ tiếng Việt. Hãy cài "
    "tesseract-ocr và tesseract-ocr-vie trên máy chủ, hoặc nhận dạng chữ ngay khi quét, hoặc dán văn bản vào ô nhập."
)
_SLOW = (
    f"Nhận dạng chữ mất hơn {SECONDS} giây (dừng ở trang {{page}}), nên chưa lưu gì. Hãy thử lại khi máy chủ bớt bận, "
    "tách bớt phụ lục, hoặc dán văn bản vào ô nhập."
)
_FAILED = (
    "Không nhận dạng được chữ ở trang {page}: trang có thể bị ngược, nghiêng hoặc mờ. Hãy quét lại ngay ngắn, "
    "rõ nét (300 dpi), hoặc dán văn bản vào ô nhập."
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey as PGM; `width` and `height` of the page in points."""

    pgm: bytes
    dots: int  # from left to right
    width: float
    height: float


def scans(pages: Sequence[int], picture: Callable[[int], Picture]) -> dict[int, Scan]:
    """The words of the pages by their numbers. `picture` is asked for a page when its turn comes.

    Raises Unreadable for more than MOST_SCANNED pages, when there is no tesseract with Vietnamese, when a
    page cannot be read and when all together take more than SECONDS.
    """
    if len(pages) > MOST_SCANNED:
        raise Unreadable(
            f"Tệp có {len(pages)} trang quét; mỗi lần hệ thống nhận dạng nhiều nhất {MOST_SCANNED} trang. "
            "Hãy tách phụ lục ra rồi tải lại, hoặc dán văn bản vào ô nhập."
        )
    program = shutil.which("tesseract")
    if program is None or not _reads_vietnamese(program):
        raise Unreadable(_INSTALL.format(pages=_named(pages)))
    read = partial(_scan, program, picture=picture, until=time.monotonic() + SECONDS)
    with ThreadPoolExecutor(AT_ONCE) as workers:
        return dict(zip(pages, workers.map(read, pages), strict=True))


def _named(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:5])) + (", …" if len(pages) > 5 else "")


def _reads_vietnamese(program: str) -> bool:
    try:
        told = subprocess.run(  # noqa: S603  # nosec B603
            [program, "--list-langs"], capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"vie" in (told.stdout + told.stderr).split()


def _scan(program: str, page: int, *, picture: Callable[[int], Picture], until: float) -> Scan:
    if not _TURNS.acquire(timeout=max(until - time.monotonic(), 0)):
        raise Unreadable(_SLOW.format(page=page))
    try:
        seen = picture(page)
        hocr = _recognised(program, seen, seconds=until - time.monotonic())
        return scan_of(hocr, dots=seen.dots, width=seen.width, height=seen.height)
    except subprocess.TimeoutExpired:
        raise Unreadable(_SLOW.format(page=page)) from None
    except (OSError, ValueError, subprocess.SubprocessError):
        raise Unreadable(_FAILED.format(page=page)) from None
    finally:
        _TURNS.release()


def _recognised(program: str, picture: Picture, *, seconds: float) -> bytes:
    """hOCR. Raises subprocess' errors. The limits stand before the page goes in."""
    dpi = round(picture.dots / picture.width * 72)
    command = [program, "stdin", "stdout", "-l", "vie", "--psm", "4", "--dpi", str(dpi), "hocr"]
    with subprocess.Popen(  # noqa: S603  # nosec B603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    ) as process:
        try:
            for limit, value in _LIMITS.items():
                resource.prlimit(process.pid, limit, (value, value))
            told, _ = process.communicate(picture.pgm, timeout=max(seconds, 0))
        finally:
            process.kill()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, program)
    return told


def _environment() -> dict[str, str]:
    """None of our keys and addresses. One thread: several only wait for each other."""
    given = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX") if name in os.environ}
    return {**given, "OMP_THREAD_LIMIT": "1"}
