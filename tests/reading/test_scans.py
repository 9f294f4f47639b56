"""Scans and photographs: through tesseract within limits, with the doubts it has, or refused with advice."""

import io
import shutil
import subprocess
import sys
import threading
import time
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from directives.reading import Reading, SecretPaper, Source, Unreadable, ocr, read, refuse_secrets
from directives.reading.files import source_of
from directives.reading.hocr import Scan, scan_of
from directives.reading.layout import Row
from directives.reading.pdf import source_of as source_of_pages
from tests.reading.papers import samples
from tests.reading.test_pdf import TODAY, plain, printed, told

DPI = 200


def reads_vietnamese() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    return b"vie" in subprocess.check_output([program, "--list-langs"]).split()


needs_tesseract = pytest.mark.skipif(
    not reads_vietnamese(), reason="tesseract with Vietnamese is not installed"
)


def pictures(data: bytes) -> list[Image.Image]:
    """The pages of a PDF as a scanner sees them."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def scanned(*pages: Image.Image) -> bytes:
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", save_all=True, append_images=pages[1:], resolution=DPI)
    return stream.getvalue()


def sheet() -> Image.Image:
    return Image.new("L", (620, 877), 255)


def reading_of(name: str) -> Reading:
    return read(samples()[name], today=TODAY)


def letters(text: str) -> str:
    return "".join(text.split())


@needs_tesseract
@pytest.mark.parametrize("name", ["giao_ban", "dat_dai", "sat_lo_khan"])
def test_a_scanned_paper_has_the_outline_and_the_days_of_its_text(name: str) -> None:
    reading = reading_of(name)

    source = source_of("tb.pdf", scanned(*pictures(printed(reading))))

    back = read(source.text, today=TODAY)
    assert source.scanned == (1, 2)
    assert [outline(item) for item in back.items] == [outline(item) for item in reading.items]
    assert back.header.number == reading.header.number
    assert back.header.issued_on == reading.header.issued_on
    assert back.header.signer == reading.header.signer
    same = SequenceMatcher(None, letters(source.text), letters(reading.text), autojunk=False)
    assert same.ratio() > 0.97


def outline(item: Any) -> tuple[object, ...]:
    """What a letter that was misread does not change."""
    label, number, parent, kind, _, _, days, _ = told(item)
    return label, number, parent, kind, [(on, at) for _, on, at in days]


@needs_tesseract
def test_pages_with_text_and_scanned_pages_keep_their_order() -> None:
    reading = reading_of("giao_ban")
    whole = printed(reading)
    mixed = pypdfium2.PdfDocument.new()
    mixed.import_pages(pypdfium2.PdfDocument(scanned(pictures(whole)[0])))
    mixed.import_pages(pypdfium2.PdfDocument(whole), [1])
    stream = io.BytesIO()
    mixed.save(stream)

    source = source_of("tb.pdf", stream.getvalue())

    assert source.scanned == (1,)
    back = read(source.text, today=TODAY)
    assert [outline(item) for item in back.items] == [outline(item) for item in reading.items]
    assert plain(back.header).recipients == plain(reading.header).recipients


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_photograph_is_read_like_a_scan(form: str) -> None:
    stream = io.BytesIO()
    pictures(printed(reading_of("giao_ban")))[0].convert("RGB").save(stream, form)

    source = source_of("anh", stream.getvalue())

    assert source.scanned == (1,)
    assert "1. Thời gian qua, các chi bộ" in source.text


@needs_tesseract
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "Tuyệt mật"])
def test_a_mark_of_secrecy_is_seen_on_a_scan(mark: str) -> None:
    marked = samples()["dat_dai"].replace("\nĐẢNG ỦY PHƯỜNG", f"\n{mark}\nĐẢNG ỦY PHƯỜNG", 1)
    page = words_on_a_page(marked[:900])

    with pytest.raises(SecretPaper):
        refuse_secrets(source_of("tb.pdf", scanned(page)).text)


def words_on_a_page(text: str) -> Image.Image:
    """Plain lines, the marks of secrecy in a box as a stamp has them."""
    from weasyprint import HTML

    lines = "".join(
        f"<p{' class=stamp' if line.lower().endswith('mật') and len(line) < 12 else ''}>{line}</p>"
        for line in text.split("\n")
    )
    style = "p{font:14pt 'Liberation Serif'} .stamp{border:2pt solid;width:5em;padding:3pt;text-align:center}"
    return pictures(HTML(string=f"<style>{style}</style>{lines}").write_pdf())[0]


@needs_tesseract
def test_tesseract_may_write_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its limits hold before the page goes in: a program that would keep a copy is ended."""
    program(tmp_path, monkeypatch, does=f'open("{tmp_path}/copy", "wb", buffering=0).write(data)')

    with pytest.raises(Unreadable, match="trang 1"):
        source_of("tb.pdf", scanned(sheet()))

    assert (tmp_path / "copy").read_bytes() == b""


HOCR = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page' title='image "stdin"; bbox 0 0 1654 2339'>
{lines}</div></body></html>"""
Word = tuple[str, int, int]  # its letters, its left edge and how far it is trusted


def line(top: int, *words: Word, size: int = 36) -> str:
    spans = "".join(
        f"<span class='ocrx_word' title='bbox {left} {top} {left + 18 * len(text)} {top + size}; x_wconf {trust}'>{text}</span>"
        for text, left, trust in words
    )
    return f"<span class='ocr_line' title=\"bbox 0 {top} 1654 {top + size}; x_size {size}\">{spans}</span>"


def page(*lines: str) -> Scan:
    hocr = HOCR.format(lines="".join(lines)).encode()
    return scan_of(hocr, dots=1654, width=595, height=842)


def test_the_columns_of_head_and_foot_are_read_one_after_the_other() -> None:
    found = page(
        line(100, ("ĐẢNG", 250, 95), ("ỦY", 340, 95), ("ĐẢNG", 950, 95), ("CỘNG", 1040, 95)),
        line(150, ("Số", 300, 95), ("05-TB/ĐU", 350, 95), ("Tràng", 1000, 95), ("Hạc,", 1100, 95)),
        line(300, ("THÔNG", 750, 95), ("BÁO", 850, 95)),
        line(2000, ("Nơi", 240, 95), ("nhận:", 310, 95), ("T/L", 1000, 95), ("BAN", 1080, 95)),
        line(2100, ("Nghiêm", 1000, 95), ("Xuân", 1130, 95)),
        line(2150, ("-", 240, 95), ("Lưu", 280, 95)),
    )

    assert [row.text for row in found.rows] == [
        "ĐẢNG ỦY", "Số 05-TB/ĐU", "ĐẢNG CỘNG", "Tràng Hạc,", "THÔNG BÁO", "Nơi nhận:", "- Lưu", "T/L BAN", "Nghiêm Xuân",
    ]  # fmt: skip


def test_what_the_model_commonly_misreads_is_mended_and_stains_are_left_out() -> None:
    found = page(
        line(100, ("64-BC/ĐÐU,", 250, 60), ("(th),", 500, 95), ("~.", 700, 20)),
        line(200, ("x", 800, 30)),
        line(300, ("2", 800, 90)),
    )

    assert ([row.text for row in found.rows], found.unsure) == (
        ["64-BC/ĐU, (t/h),", "2"],
        ("64-BC/ĐU,",),
    )


def test_a_page_of_noise_is_no_page() -> None:
    with pytest.raises(ValueError, match="noise"):
        page(line(100, ("ẵ", 250, 20), ("ọậ", 350, 30)))


def test_unsure_words_become_doubts_of_their_items() -> None:
    row = [Row("1. Giao UBND xã rà soát 30 hộ.", 80, 550, 700, 14, 30)]
    scan = {1: Scan(row, ("soát", "30"))}

    source = source_of_pages([([], 595)], scan)
    items = read(source.text, today=TODAY).items

    assert [(one.code, one.sentence) for one in source.doubts(source.text, items)] == [
        ("scan", source.caution),
        ("scan", "Nhận dạng từ bản quét chưa chắc ở “soát”, “30”: hãy so với bản gốc."),
    ]


def test_a_text_layer_without_accents_is_read_anew() -> None:
    plain_letters = [Row("Giao Uy ban nhan dan phuong ra soat " * 9, 80, 550, 700, 14, 30)]

    from directives.reading.pdf import _holds_words

    assert not _holds_words(plain_letters)
    assert _holds_words([Row("Giao Ủy ban nhân dân phường rà soát " * 9, 80, 550, 700, 14, 30)])


def program(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, langs: str = "vie", does: str = ""
) -> None:
    """A tesseract alone on the PATH that finds one line on every page."""
    said = HOCR.format(lines=line(100, ("1.", 250, 95), ("Giao", 300, 95), ("UBND", 400, 95)))
    script = f"""#!{sys.executable}
import sys
if "--list-langs" in sys.argv:
    print("List of available languages:\\n{langs}"); sys.exit()
data = sys.stdin.buffer.read()
{does}
sys.stdout.buffer.write({said.encode()!r})
"""
    file = folder / "tesseract"
    file.write_text(script, encoding="utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_where_there_is_no_tesseract_the_advice_is_to_install_it_or_to_paste(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Unreadable, match=r"tesseract-ocr-vie trên máy chủ.* dán văn bản"):
        source_of("tb.pdf", scanned(sheet()))


def test_a_tesseract_without_vietnamese_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, monkeypatch, langs="eng")

    with pytest.raises(Unreadable, match="tesseract-ocr-vie"):
        source_of("tb.pdf", scanned(sheet()))


def test_every_page_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch)

    assert source_of("tb.pdf", scanned(sheet(), sheet(), sheet())) == Source(
        "1. Giao UBND 1. Giao UBND 1. Giao UBND", (1, 2, 3)
    )


@pytest.mark.parametrize(
    "does",
    [
        pytest.param("sys.exit(1)", id="fails"),
        pytest.param("sys.stdout.write('no hOCR'); sys.exit(0)", id="says something else"),
        pytest.param("import os; os.kill(os.getpid(), 9)", id="is killed"),
        pytest.param("bytearray(2_000_000_000)", id="asks for two gigabytes"),
    ],
)
def test_a_page_that_tesseract_cannot_read_is_refused_by_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    program(tmp_path, monkeypatch, does=does)

    with pytest.raises(Unreadable, match="trang 1: trang có thể bị ngược"):
        source_of("tb.pdf", scanned(sheet()))


def test_recognition_ends_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, does="import time; time.sleep(600)")
    monkeypatch.setattr(ocr, "SECONDS", 1)
    begun = time.monotonic()

    with pytest.raises(Unreadable, match="dừng ở trang 1"):
        source_of("tb.pdf", scanned(sheet(), sheet(), sheet()))

    assert time.monotonic() - begun < 10


def test_who_waits_too_long_for_a_turn_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, monkeypatch)
    monkeypatch.setattr(ocr, "SECONDS", 0)
    monkeypatch.setattr(ocr, "_TURNS", threading.BoundedSemaphore(1))

    with ocr._TURNS, pytest.raises(Unreadable, match="máy chủ bớt bận"):
        source_of("tb.pdf", scanned(sheet()))


def test_more_pages_than_the_limit_are_refused() -> None:
    with pytest.raises(Unreadable, match="21 trang quét"):
        source_of("tb.pdf", scanned(*[sheet()] * 21))


def huge() -> bytes:
    """A picture of a few kilobytes that unpacks to a hundred million dots."""
    stream = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("data", [huge(), b"\x89PNG\r\n\x1a\n broken", b"\xff\xd8\xff\xe0 broken"])
def test_a_picture_that_is_none_or_unpacks_to_too_much_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="Tệp ảnh bị hỏng hoặc quá lớn"):
        source_of("anh.png", data)
