"""Words are words: nothing in a text is markup, nothing is fetched, nothing runs away."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from directives.printing.docx import docx
from directives.printing.model import Paper
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


@pytest.mark.parametrize("printer", [pdf, docx], ids=["pdf", "docx"])
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"body_text": f"{SENTENCE}\n\n" * 6000}, "Văn bản quá dài", id="text"),
        pytest.param({"body_text": "ộ" * 200_000}, "một đoạn văn quá dài", id="word"),
        pytest.param({"body_text": "việc " * 20_000}, "một đoạn văn quá dài", id="paragraph"),
        pytest.param(
            {"body_text": "".join(f"A<sup>{n}</sup>\n\n<sup>{n}</sup> B\n\n" for n in range(999))},
            "Văn bản quá dài",
            id="footnotes",
        ),
        pytest.param({"subject": "Về việc " * 9000}, "trích yếu", id="summary"),
        pytest.param({"recipients": ["Tổ dân phố"] * 9000}, "nơi nhận", id="recipients"),
        pytest.param({"signer_title": "A" * 50_000}, "chữ ký", id="post"),
    ],
)
def test_what_is_beyond_all_measure_is_refused_in_words(
    printer: Callable[[Paper], bytes], changes: dict[str, Any], words: str
) -> None:
    paper = notice_paper(content(**changes))
    with pytest.raises(PrintingRefused, match=words):
        printer(paper)


def test_hidden_signs_and_letters_of_no_face_do_no_harm() -> None:
    odd = "\u202eđảo\u2066 \x00\x1b\u200f\ufeff😀\ud800 <b>đậm</b> " * 200
    sheet = printed(body_text=odd, issuer=odd[:40], signer_name=odd[:40])
    assert "đảo □ <b>đậm</b>" in sheet.words
    assert {font.partition("-")[0] for font in sheet.fonts} == {"Liberation"}


@pytest.mark.soak
def test_ten_thousand_items_are_printed_in_bounded_time_and_memory() -> None:
    """A slice of a thousand without SOAK=1; in a process of its own that may not grow beyond 1.5 GB."""
    count = 10_000 if os.environ.get("SOAK") == "1" else 1_000
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (3 << 29, 3 << 29));"
        "import django; django.setup(); from tests.printing.samples import printed;"
        f"text = '\\n\\n'.join(f'{{at % 97 + 1}}. Giao việc {{at}}.' for at in range({count}));"
        "print(sum('Giao việc' in line.text for line in printed(body_text=text).lines))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert run.stdout == f"{count}\n"


@pytest.mark.usefixtures("without_pango")
def test_without_pango_the_refusal_says_what_to_install() -> None:
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
