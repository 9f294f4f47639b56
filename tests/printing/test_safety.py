"""Words are words: nothing in a text is markup, nothing is fetched, nothing runs away."""

import builtins
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from directives.printing.notice import notice_paper
from directives.printing.pdf import PrintingRefused, PrintingUnavailable, html, pdf
from tests.printing.samples import SENTENCE, Printed, content, printed

HOSTILE = (
    "<img src=file:///etc/passwd><script>alert(1)</script> {{ paper }} {% now 'Y' %} &lt; "
    "<style>*{color:red}</style> <link rel=attachment href=file:///etc/passwd> http://a.b/c"
)


@pytest.fixture(scope="module")
def hostile() -> Printed:
    """Markup in every field a person can type into."""
    return printed(
        body_text=f"1. {HOSTILE}\n\nChú<sup>1</sup>.\n\n<sup>1</sup> <b>{HOSTILE}</b>",
        subject=f"</title></style>{HOSTILE}",
        superior="</style><img src=x>",
        issuer="<h1>&\"'",
        place="<i>Kiến An</i>",
        signer_name='<a href="file:///etc/passwd">A</a>',
        recipients=("<svg/onload=alert(1)>",),
        contact=("<b>Văn phòng</b>",),
        typist_mark="<u>Bm</u>",
    )


@pytest.mark.parametrize(
    "words",
    [
        "</STYLE><IMG SRC=X>",
        "<H1>&\"'",
        "<i>Kiến An</i>, ngày 05",
        '<a href="file:///etc/passwd">A</a>',
        "- <svg/onload=alert(1)>.",
        "<b>Văn phòng</b>",
        "<u>Bm</u>",
        "1. <img src=file:///etc/passwd><script>alert(1)</script>",
        "{{ paper }} {% now 'Y' %} &lt;",
        "<style>*{color:red}</style> <link rel=attachment",
    ],
)
def test_markup_in_a_text_is_printed_as_words(hostile: Printed, words: str) -> None:
    assert words in hostile.words


def test_nothing_is_fetched_embedded_or_coloured(hostile: Printed) -> None:
    assert b"/EmbeddedFile" not in hostile.data
    assert b"/Subtype /Image" not in hostile.data
    assert b"/URI" not in hostile.data
    assert "root:" not in hostile.words
    assert {line.colour for line in hostile.lines} == {(0.0, 0.0, 0.0)}


def test_numbers_in_the_style_keep_their_point_in_the_vietnamese_locale() -> None:
    with translation.override("vi"):
        style = html(notice_paper(content())).partition("</style>")[0]
    assert "text-indent: 10mm" in style
    assert "0.75pt" in style
    assert ",5mm" not in style


def test_a_word_without_end_is_cut_and_printed_whole() -> None:
    sheet = printed(body_text="a" * 5000)
    letters = "".join(line.text for line in sheet.lines if set(line.text) <= {"a", "\u200b"})
    assert letters.count("a") == 5000
    assert max(line.right for line in sheet.lines) < 196


def test_a_text_beyond_all_measure_is_refused_in_words() -> None:
    paper = notice_paper(content(body_text=f"{SENTENCE}\n\n" * 6000))
    with pytest.raises(PrintingRefused, match="quá dài"):
        pdf(paper)


def test_without_pango_the_refusal_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    importing = builtins.__import__

    def without_pango(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return importing(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(PrintingUnavailable, match="thư viện pango"):
        pdf(notice_paper(content(body_text=SENTENCE)))


def test_without_the_face_the_refusal_says_what_to_install(tmp_path: Path) -> None:
    """In a process of its own: fontconfig reads its files once."""
    others = tmp_path / "fonts.conf"
    others.write_text(
        "<fontconfig><dir>/usr/share/fonts/truetype/liberation2</dir><selectfont><rejectfont>"
        "<pattern><patelt name='family'><string>Liberation Serif</string></patelt></pattern>"
        f"</rejectfont></selectfont><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    code = (
        "import django; django.setup();"
        "from tests.printing.samples import printed; printed(body_text='Giao')"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"FONTCONFIG_FILE": str(others)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "thiếu phông Liberation Serif" in run.stderr


def test_the_same_paper_prints_the_same_bytes() -> None:
    paper = notice_paper(content(body_text=SENTENCE))
    assert pdf(paper) == pdf(paper)
