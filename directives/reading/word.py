"""The words of a .docx, with the numbers that Word counts by itself written out."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from directives.reading.refusals import SecretPaper, Unreadable, refuse_secrets

LONGEST_LABEL = 40  # characters; it is written before every paragraph of its list
MOST_COUNTED = 999  # in letters or Roman figures
MAX_UNPACKED = 60_000_000  # bytes; a text of 5 MB never unpacks to more
_BROKEN = "Tệp .docx bị hỏng hoặc không phải tệp Word. Hãy mở lại bằng Word, lưu thành .docx mới rồi tải lên."
_HEADERS = ("first_page_header", "header", "even_page_header")
_FOOTERS = ("first_page_footer", "footer", "even_page_footer")
Level = tuple[str, str, int]  # the form of its numbers, its text with "%1", where it begins
NoteNumbers = dict[tuple[str, str | None], int]  # what each footnote or endnote is counted as
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def docx_text(data: bytes) -> str:
    """Paragraphs parted by an empty line; table cells in reading order. Raises Unreadable and SecretPaper."""
    _check_package(data)
    try:
        document = docx.Document(io.BytesIO(data))
        numbering = _Numbering(document)
        # A mark may stand at the foot of every page, and in a box that hangs on the last paragraph.
        for piece in (*_running(document, numbering, _FOOTERS), *_boxes(document)):
            refuse_secrets(piece)
        pieces = [
            *_running(document, numbering, _HEADERS),
            *_blocks(document.element.body, numbering),
        ]
        return "\n\n".join([*pieces, *_notes(document, numbering)])
    except (Unreadable, SecretPaper):
        raise
    except Exception:
        raise Unreadable(_BROKEN) from None


def _running(document: Any, numbering: "_Numbering", names: Sequence[str]) -> Iterator[str]:
    """What runs above or below every page, the first or the even ones: a stamp of secrecy may stand only there."""
    for section in document.sections:
        for part in (getattr(section, name) for name in names):
            if not part.is_linked_to_previous:
                yield from _blocks(part._element, numbering)


def _boxes(document: Any) -> Iterator[str]:
    for box in document.element.iter(qn("w:txbxContent")):
        yield "".join(_words(box, {}))


def _notes(document: Any, numbering: "_Numbering") -> Iterator[str]:
    """Footnotes and endnotes as "[1] …", in the order their marks stand in the text."""
    words = {
        (kind, note.get(qn("w:id"))): " ".join("".join(_words(note, {})).split())
        for kind in ("footnote", "endnote")
        for note in _part(document, f"/{kind}s").iterchildren(qn(f"w:{kind}"))
    }
    for mark, number in numbering.notes.items():
        yield f"[{number}] {words.get(mark, '')}"


def _part(document: Any, ending: str) -> Any:
    """The root of a part that the document points to; an empty element when there is none."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(ending):
            return parse_xml(relation.target_part.blob)
    return OxmlElement("w:footnotes")


def _check_package(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            size = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Unreadable(_BROKEN) from None
    if "word/document.xml" not in names:
        raise Unreadable(_BROKEN)
    if size > MAX_UNPACKED:
        raise Unreadable(
            "Tệp .docx giải nén ra quá lớn. Hãy bỏ bớt hình ảnh rồi tải lại, hoặc dán phần văn bản."
        )


def _blocks(parent: Any, numbering: "_Numbering") -> Iterator[str]:
    for element in parent.iterchildren():
        if element.tag == qn("w:p"):
            text = "" if _is_struck(element) else _paragraph(element, numbering)
            if text.strip():
                yield text
        elif element.tag == qn("w:tbl"):
            yield from _table(element, numbering)
        elif element.tag == qn("w:sdt"):
            for content in element.iterchildren(qn("w:sdtContent")):
                yield from _blocks(content, numbering)


def _table(table: Any, numbering: "_Numbering") -> Iterator[str]:
    """A table of three columns or more is data: a row to a line. Fewer columns only place text on the page."""
    for row in table.iterchildren(qn("w:tr")):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue
        cells = [list(_blocks(cell, numbering)) for cell in row.iterchildren(qn("w:tc"))]
        if len(cells) >= 3:
            yield " | ".join(" ".join(cell) for cell in cells)
        else:
            yield from (text for cell in cells for text in cell)


def _is_struck(paragraph: Any) -> bool:
    """Deleted, its end with it, while changes were tracked: Word no longer counts it."""
    mark = f"{qn('w:pPr')}/{qn('w:rPr')}/"
    ended = any(paragraph.find(mark + qn(name)) is not None for name in ("w:del", "w:moveFrom"))
    return ended and not "".join(_words(paragraph, {})).strip()


def _paragraph(element: Any, numbering: "_Numbering") -> str:
    return f"{numbering.label(element)}{''.join(_words(element, numbering.notes))}"


def _words(element: Any, notes: NoteNumbers) -> Iterator[str]:
    """Text as it stands after all changes are accepted; old shapes' copies are skipped."""
    for child in element.iterchildren():
        tag = child.tag
        if tag == qn("w:t"):
            yield child.text or ""
        elif tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
            yield "\n" if tag != qn("w:tab") and child.get(qn("w:type")) is None else " "
        elif tag == qn("w:noBreakHyphen"):
            yield "-"
        elif tag == qn("w:p"):  # of a text box or a note
            yield f"\n{''.join(_words(child, notes))}\n"
        elif tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
            mark = (tag.rpartition("}")[2].removesuffix("Reference"), child.get(qn("w:id")))
            yield f"<sup>{notes.setdefault(mark, len(notes) + 1)}</sup>"
        elif isinstance(tag, str) and tag.endswith("}textpath"):
            yield f"\n{child.get('string', '')}\n"  # a stamp or watermark set as WordArt
        elif isinstance(tag, str) and not tag.endswith(
            ("}Fallback", "}del", "}moveFrom", "}pPr", "}rPr")
        ):
            yield from _words(child, notes)


class _Numbering:
    """Word's own counting: numbering.xml and the styles that point into it."""

    def __init__(self, document: Any) -> None:
        self.notes: NoteNumbers = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._own: dict[str, dict[int, Level]] = {}  # levels that a list has otherwise
        self._list_of: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._anew: set[str] = set()  # lists with a restart of their own
        self._styles = {style.style_id: style.element for style in document.styles}
        part = next(
            (
                r.target_part
                for r in document.part.rels.values()
                if r.reltype.endswith("/numbering")
            ),
            None,
        )
        if part is not None:
            self._read(part.element)

    def _read(self, root: Any) -> None:
        meant: dict[str, str] = {}  # a list kept as a style → where its levels stand
        for abstract in root.iterchildren(qn("w:abstractNum")):
            identity = abstract.get(qn("w:abstractNumId"))
            self._levels[identity] = _levels_of(abstract)
            meant[_value(abstract, "w:styleLink", "")] = identity
        for abstract in root.iterchildren(qn("w:abstractNum")):
            style = _value(abstract, "w:numStyleLink", "")
            if style in meant and style:
                self._levels[abstract.get(qn("w:abstractNumId"))] = self._levels[meant[style]]
        for number in root.iterchildren(qn("w:num")):
            identity = number.get(qn("w:numId"))
            self._list_of[identity] = _value(number, "w:abstractNumId", "")
            for override in number.iterchildren(qn("w:lvlOverride")):
                self._override(identity, override)

    def _override(self, identity: str, override: Any) -> None:
        begin = _value(override, "w:startOverride", "")
        if begin:
            self._restarts[(identity, int(override.get(qn("w:ilvl"))))] = int(begin)
            self._anew.add(identity)
        self._own.setdefault(identity, {}).update(_levels_of(override))

    def label(self, element: Any) -> str:
        """ "2.1. ", "a) ", "- " before the paragraph's words; "" for a paragraph that is not counted."""
        identity, depth = self._place(element)
        levels = self._levels.get(self._list_of.get(identity, ""), {}) | self._own.get(identity, {})
        if depth not in levels:
            return ""
        form, text, _ = levels[depth]
        if form == "bullet":
            return "+ " if text == "+" else "- "
        self._count(identity, depth, levels)
        for above in range(depth + 1):
            if above in levels:
                shown = _shown(self._number(identity, above, levels), levels[above][0])
                text = text.replace(f"%{above + 1}", shown)
        return f"{text} " if form != "none" and text else ""

    def _place(self, element: Any) -> tuple[str, int]:
        pointer = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        seen = 0
        name = style.get(qn("w:val")) if style is not None else None
        while pointer is None and name in self._styles and seen < 10:
            seen += 1
            pointer = self._styles[name].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            based = self._styles[name].find(qn("w:basedOn"))
            name = based.get(qn("w:val")) if based is not None else None
        if pointer is None:
            return "", 0
        return _value(pointer, "w:numId", ""), int(_value(pointer, "w:ilvl", "0"))

    def _key(self, identity: str, depth: int) -> tuple[str, int]:
        """Lists that share a definition count on together, unless one of them starts anew."""
        return (
            identity if identity in self._anew else f"abstract {self._list_of[identity]}",
            depth,
        )

    def _count(self, identity: str, depth: int, levels: dict[int, Level]) -> None:
        key = self._key(identity, depth)
        begin = self._restarts.get((identity, depth), levels[depth][2])
        self._counts[key] = self._counts.get(key, begin - 1) + 1
        for deeper in range(depth + 1, 10):
            self._counts.pop(self._key(identity, deeper), None)

    def _number(self, identity: str, depth: int, levels: dict[int, Level]) -> int:
        return self._counts.get(self._key(identity, depth), levels[depth][2])


def _levels_of(holder: Any) -> dict[int, Level]:
    return {
        int(level.get(qn("w:ilvl"))): (
            _value(level, "w:numFmt", "decimal"),
            _value(level, "w:lvlText", "")[:LONGEST_LABEL],
            int(_value(level, "w:start", "1")),
        )
        for level in holder.iterchildren(qn("w:lvl"))
    }


def _value(element: Any, name: str, default: str) -> str:
    child = element.find(qn(name))
    value = child.get(qn("w:val")) if child is not None else None
    return default if value is None else str(value)


def _shown(number: int, form: str) -> str:
    if not 0 < number <= MOST_COUNTED:
        return str(number)
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("lowerLetter", "upperLetter"):
        turns, place = divmod(number - 1, 26)  # … y, z, aa, bb
        letter = chr(ord("a") + place) * (turns + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
