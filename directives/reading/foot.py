"""The foot of a paper: whom it is sent to, who signs, who typed it."""

import re
from collections.abc import Sequence

from directives.reading.clean import Line
from directives.reading.model import Recipient, Signer
from directives.reading.regions import AUTHORITY, POST, RECIPIENTS, Regions, is_upper
from directives.reading.vocabulary import NOUNS
from directives.reading.words import tokens_of

_NAME = re.compile(r"(?:[^\W\d_]+['’]?\s+){1,5}[^\W\d_]+$")  # "Nguyễn Văn An", "H' Mai Niê"
# What stands before a signer's name and is none of it: "TS.", "BS.CKII.", "Thượng tá".
_DEGREE = re.compile(
    r"(?:(?:PGS|GS|TSKH|TS|ThS|Ths|BS|CK\s?I{1,2}|BSCK\w*|KS|CN|DS|LS|NGƯT|NGND|TTƯT|TTND)\b[.\s]*"
    r"|(?:Thiếu|Trung|Thượng|Đại) (?:tướng|tá|úy|uý)\s+)+"
)
_SIGNED = re.compile(r"\W*(?:đã ký|ký tên|đã kí)\W*$", re.IGNORECASE)


def recipients_of(lines: Sequence[Line], where: Regions) -> tuple[Recipient, ...]:
    begin = next(
        (i for i in range(where.foot, len(lines)) if RECIPIENTS.match(lines[i].text)), None
    )
    if begin is None:
        return ()
    found: list[str] = []
    rest = RECIPIENTS.sub("", lines[begin].text).lstrip(" :")
    begin += 1
    while rest and begin < len(lines) and not _opens_another(lines[begin].text, rest):
        rest, begin = f"{rest} {lines[begin].text}", begin + 1
    listed = [one.strip() for one in re.split(";" if ";" in rest else ", ", rest) if one.strip()]
    found.extend(listed[:-1])
    for text in ["- " + one for one in listed[-1:]] + [line.text for line in lines[begin:]]:
        if text[0] in "-–—+•*":
            found.append(text[1:].strip())
        elif _ends_list(text, found):
            break
        elif found:
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return tuple(
        Recipient(text.rstrip(";, "), "t/h" in text) for text in found if text.strip(";,. ")
    )


def _opens_another(text: str, listed: str) -> bool:
    """Whether a line goes on no longer with those who are listed in one line behind "Nơi nhận:"."""
    return text[0] in "-–—+•*" or is_upper(text) or listed.endswith(".")


def _ends_list(text: str, found: Sequence[str]) -> bool:
    if is_upper(text) and (AUTHORITY.match(text) or len(text.split()) >= 2) and "," not in text:
        return True
    return (
        bool(found)
        and found[-1].lstrip().startswith("Lưu")
        and found[-1].endswith(".")
        and bool(_NAME.match(text))
    )


def typist_of(lines: Sequence[Line], where: Regions) -> str:
    for line in lines[where.foot : where.foot + 1]:
        if len(line.text) <= 4 and line.text.isalpha():
            return line.text
    return ""


def signer_of(lines: Sequence[Line], where: Regions) -> Signer:
    texts = [line.text for line in lines[where.foot :]]
    begin = next((i for i, text in enumerate(texts) if is_upper(text) and _signs(text)), None)
    if begin is None:
        return Signer()
    block = texts[begin : begin + 8]
    upper: list[str] = []
    for text in block:
        besides = text.lower() == "kiêm" and bool(upper)
        if not is_upper(text) and not text.startswith("(") and not besides:
            break
        upper.append(text)
    name = _name(block[len(upper) :])
    if not name and len(upper) > 1 and _is_name_in_capitals(upper[-1]):
        name = upper.pop()
    upper = [text for text in upper if not _SIGNED.match(text)]
    authority = _authority(upper)
    return Signer(" ".join(authority), " ".join(upper[len(authority) :]), name)


def _name(block: Sequence[str]) -> str:
    """The first line that looks like a name, with its last word where that was wrapped."""
    bare = [_DEGREE.sub("", text, count=1) if _DEGREE.match(text) else text for text in block]
    for text, after in zip(bare, [*bare, ""][1:], strict=True):
        if _NAME.match(text) and text[0].isupper():
            wrapped = after.isalpha() and after.istitle() and len(text.split()) < 3
            return f"{text} {after}" if wrapped else text
    return ""


def _is_name_in_capitals(text: str) -> bool:
    """ "NGUYỄN VĂN BÌNH" under "BÍ THƯ", where no other line is a name."""
    return bool(_NAME.match(text)) and not _signs(text) and not NOUNS.at(tokens_of(text), 0)[1]


def _signs(text: str) -> bool:
    return bool(AUTHORITY.match(text) or POST.match(text))


def _authority(upper: Sequence[str]) -> Sequence[str]:
    """The "T/M …" line, with the line it was wrapped onto when it ends in a comma."""
    if not upper or not AUTHORITY.match(upper[0]):
        return []
    size = 1
    while size < len(upper) and upper[size - 1].endswith(","):
        size += 1
    return upper[:size]
