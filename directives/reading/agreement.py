"""Bodies that a paper names in two places and that should be one: who was met and who reported, who concludes and who signs."""

import re
from collections.abc import Iterator, Sequence

from directives.reading.clean import Clean, Paragraph
from directives.reading.model import Header

_MET = re.compile(r"\b(?:làm việc|đối thoại|tiếp xúc) với\b(?P<who>[^.;:]{0,200})")
_HEARD = re.compile(r"\bnghe\b[^.;:]{0,80}?báo cáo\b(?P<who>[^.;:]{0,200}?)(?=[.;:]|\bý kiến\b|$)", re.IGNORECASE)  # fmt: skip
_PLACE = re.compile(
    r"\b(?P<kind>phường|xã|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+"
    r"(?=(?P<name>\d{1,2}\b|(?:[^\W\d_]+\s?){1,5}))"
)
_FAMILIES = (
    (
        "Đảng",
        re.compile(r"ĐẢNG ỦY|ĐẢNG UỶ|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|TỈNH UỶ|THÀNH UỶ|HUYỆN UỶ"),
    ),
    ("Hội đồng nhân dân", re.compile(r"HỘI ĐỒNG NHÂN DÂN|\bHĐND\b")),
    ("Ủy ban nhân dân", re.compile(r"(?:ỦY|UỶ) BAN NHÂN DÂN|\bUBND\b")),
    ("Mặt trận Tổ quốc", re.compile(r"MẶT TRẬN TỔ QUỐC|\bMTTQ\b")),
)  # fmt: skip
_STANDS_FOR = re.compile(r"T\s?[./]?\s?M\b")


def reported_by_another(
    clean: Clean, intro: Sequence[Paragraph]
) -> Iterator[tuple[str, str, int, int]]:
    """ "làm việc với … phường A" and "nghe báo cáo của … phường B": both places, and B's span in the clean text."""
    begin, end = (intro[0].start, intro[-1].end) if intro else (0, 0)
    met = {place for place, _, _ in _places(clean.text, _MET, begin, end)}
    heard = list(_places(clean.text, _HEARD, begin, end))
    if len(met) != 1 or not heard:
        return
    ((kind, name),) = met
    beside = [one for one in heard if one[0][0] == kind]
    if beside and all(other != name for (_, other), _, _ in beside):
        (_, other), start, stop = beside[0]
        yield f"{kind} {name}", f"{kind} {other}", start, stop


def _places(
    text: str, where: re.Pattern[str], begin: int, end: int
) -> Iterator[tuple[tuple[str, str], int, int]]:
    for found in where.finditer(text, begin, end):
        for place in _PLACE.finditer(text, found.start("who"), found.end("who")):
            name = _proper(place["name"])
            if name:
                start = place.start()
                yield (place["kind"], name), start, place.start("name") + len(name)


def _proper(words: str) -> str:
    """The words with a capital, or the figure, that a kind of place is called by."""
    kept: list[str] = []
    for word in words.split():
        if not (word[0].isupper() or word.isdecimal()):
            break
        kept.append(word)
    return " ".join(kept)


def signed_by_another(header: Header) -> str:
    """Says how the signature and the body that concludes disagree; "" when they agree or cannot be told."""
    issuer, authority = header.issuer.upper(), header.signer.authority.upper()
    if not _STANDS_FOR.match(authority):
        return ""
    standing = "THƯỜNG TRỰC" in f"{issuer} {header.subject.upper()[:80]}"
    if standing and "BAN THƯỜNG VỤ" in authority and "BAN THƯỜNG VỤ" not in header.subject.upper():
        return "Trích yếu ghi kết luận của Thường trực nhưng thẩm quyền ký là Ban Thường vụ."
    concludes, signs = _family(issuer), _family(authority)
    if concludes and signs and concludes != signs:
        return f"Cơ quan ban hành thuộc khối {concludes} nhưng thẩm quyền ký là {header.signer.authority}."
    return ""


def _family(words: str) -> str:
    """The kind of body that is named first; "ĐẢNG ỦY ỦY BAN NHÂN DÂN" is a Party body."""
    found = [(told.start(), name) for name, form in _FAMILIES if (told := form.search(words))]
    return min(found)[1] if found else ""
