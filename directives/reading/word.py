"""The words of a .docx, with the numbers that Word counts by itself written out."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from directives.reading.refusals import Unreadable

MAX_UNPACKED = 60_000_000  # bytes; a text of 5 MB never unpacks to more
_BROKEN = "Tệp .docx bị hỏng hoặc không phải tệp Word. Hãy mở lại bằng Word, lưu thành .docx mới rồi tải lên."
NoteNumbers = dict[tuple[str, str | None], int]  # what each footnote or endnote is counted as
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def docx_text(data: bytes) -> str:
    """Paragraphs parted by an empty line; table cells in reading order. Raises Unreadable."""
    _check_package(data)
    try:
        document = docx.Document(io.BytesIO(data))
        numbering = _Numbering(document)
        pieces = [*_running(document, numbering), *_blocks(document.element.body, numbering)]
        return "\n\n".join([*pieces, *_notes(document, numbering)])
    except Unreadable:
        raise
    except Exception:
        raise Unreadable(_BROKEN) from None


def _running(document: Any, numbering: "_Numbering") -> Iterator[str]:
    """What runs above every page, the first or the even ones: a stamp of secrecy may stand only there."""
    for section in document.sections:
        for header in (section.first_page_header, section.header, section.even_page_header):
            if not header.is_linked_to_previous:
                yield from _blocks(header._element, numbering)


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
            text = _paragraph(element, numbering)
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
        cells = [list(_blocks(cell, numbering)) for cell in row.iterchildren(qn("w:tc"))]
        if len(cells) >= 3:
            yield " | ".join(" ".join(cell) for cell in cells)
        else:
            yield from (text for cell in cells for text in cell)


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
        elif tag == qn("w:txbxContent"):
            yield "\n"
            for inner in child.iterchildren(qn("w:p")):
                yield "".join(_words(inner, notes)) + "\n"
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
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._list_of: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
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
        for abstract in root.iterchildren(qn("w:abstractNum")):
            levels = {}
            for level in abstract.iterchildren(qn("w:lvl")):
                levels[int(level.get(qn("w:ilvl")))] = (
                    _value(level, "w:numFmt", "decimal"),
                    _value(level, "w:lvlText", ""),
                    int(_value(level, "w:start", "1")),
                )
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for number in root.iterchildren(qn("w:num")):
            identity = number.get(qn("w:numId"))
            self._list_of[identity] = _value(number, "w:abstractNumId", "")
            for override in number.iterchildren(qn("w:lvlOverride")):
                begin = _value(override, "w:startOverride", "")
                if begin:
                    self._restarts[(identity, int(override.get(qn("w:ilvl"))))] = int(begin)

    def label(self, element: Any) -> str:
        """ "2.1. ", "a) ", "- " before the paragraph's words; "" for a paragraph that is not counted."""
        identity, depth = self._place(element)
        levels = self._levels.get(self._list_of.get(identity, ""), {})
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
        own = any(one == identity for one, _ in self._restarts)
        return (identity if own else f"abstract {self._list_of[identity]}", depth)

    def _count(self, identity: str, depth: int, levels: dict[int, tuple[str, str, int]]) -> None:
        key = self._key(identity, depth)
        begin = self._restarts.get((identity, depth), levels[depth][2])
        self._counts[key] = self._counts.get(key, begin - 1) + 1
        for deeper in range(depth + 1, 10):
            self._counts.pop(self._key(identity, deeper), None)

    def _number(self, identity: str, depth: int, levels: dict[int, tuple[str, str, int]]) -> int:
        return self._counts.get(self._key(identity, depth), levels[depth][2])


def _value(element: Any, name: str, default: str) -> str:
    child = element.find(qn(name))
    value = child.get(qn("w:val")) if child is not None else None
    return default if value is None else str(value)


def _shown(number: int, form: str) -> str:
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
