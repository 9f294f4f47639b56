"""How wide a line of Times New Roman is, without opening a font.

The header's columns depend on it, in PDF and in Word alike. The numbers are the advance widths
of the face in 1/2048 of its size; Liberation Serif has the same, which a test holds.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_EM = 2048
_MM_PER_PT = 25.4 / 72
MOST_LINES = 12  # more are no name and no summary, and are left as they fill


def _table(rows: Iterable[tuple[int, str]]) -> Mapping[str, int]:
    return {letter: width for width, letters in rows for letter in letters}


REGULAR = _table(
    (
        (369, "'"),
        (410, "|"),
        (512, " ,."),
        (569, "/:;\\ijlt"),
        (614, "²³"),
        (682, "!()-I[]`fr‘’"),
        (797, "Js"),
        (819, "°"),
        (836, '"'),
        (909, "?acez“”"),
        (961, "^"),
        (983, "{}"),
        (1024, "#$*0123456789_bdghknopquvxyđ–"),
        (1083, "ơ"),
        (1108, "~"),
        (1110, "ư"),
        (1139, "FPS"),
        (1155, "+<=>"),
        (1251, "ELTZ"),
        (1366, "BCR"),
        (1479, "ADGHKNOQUVXYwĐƠ"),
        (1589, "Ư"),
        (1593, "&m"),
        (1706, "%"),
        (1821, "M"),
        (1886, "@"),
        (1933, "W"),
        (2048, "—…"),
    )
)
BOLD = _table(
    (
        (451, "|"),
        (512, " ,."),
        (569, "'/\\il"),
        (614, "²³"),
        (682, "!()-:;[]`fjt‘’"),
        (797, "Is"),
        (807, "{}"),
        (819, "°"),
        (909, "cerz"),
        (1024, "#$*0123456789?J_agovxy–“”"),
        (1065, "~"),
        (1134, "ơ"),
        (1137, '"'),
        (1139, "Sbdhknpquđ"),
        (1167, "+<=>"),
        (1190, "^"),
        (1229, "ư"),
        (1251, "FP"),
        (1366, "BELTZ"),
        (1479, "ACDNRUVXYwĐ"),
        (1593, "GHKOQƠ"),
        (1630, "Ư"),
        (1706, "&m"),
        (1905, "@"),
        (1933, "M"),
        (2048, "%W—…"),
    )
)
ITALIC = _table(
    (
        (438, "'"),
        (512, " ,."),
        (563, "|"),
        (569, "/\\fijlt"),
        (614, "²³"),
        (682, "!()-:;I`‘’"),
        (797, "[]rsz"),
        (819, "{}°"),
        (860, '"'),
        (864, "^"),
        (909, "Jcekvxy"),
        (1024, "#$*0123456789?S_abdghnopquđ–"),
        (1093, "ơ"),
        (1108, "~"),
        (1117, "ư"),
        (1139, "LTYZ“”"),
        (1251, "ABEFPRVX"),
        (1366, "CKNw"),
        (1382, "+<=>"),
        (1479, "DGHOQUmĐƠ"),
        (1544, "Ư"),
        (1593, "&"),
        (1706, "%MW"),
        (1821, "—…"),
        (1884, "@"),
    )
)


def width_mm(text: str, size_pt: float, face: Mapping[str, int] = REGULAR) -> float:
    """The width of `text` set on one line. A letter the face does not list counts as wide as an M."""
    units = sum(_advance(letter, face) for letter in unicodedata.normalize("NFC", text))
    return units / _EM * size_pt * _MM_PER_PT


def _advance(letter: str, face: Mapping[str, int]) -> int:
    """Accents take no room; the horn of ơ and ư does, so tones are taken off one by one."""
    while letter not in face:
        parts = unicodedata.normalize("NFD", letter)
        if len(parts) == 1:
            return 0 if unicodedata.combining(letter) else face["M"]
        letter = unicodedata.normalize("NFC", _without_a_tone(parts))
    return face[letter]


def _without_a_tone(parts: str) -> str:
    """ợ comes apart as o, horn, dot: the horn stays longest."""
    horn = "\N{COMBINING HORN}"
    for place, mark in enumerate(parts):
        if place and mark != horn:
            return parts[:place] + parts[place + 1 :]
    return parts[0]


class _Line(NamedTuple):
    text: str
    wide: float


def balanced(
    text: str, size_pt: float, face: Mapping[str, int], *, room_mm: float
) -> tuple[str, ...]:
    """Break `text` into as few lines as fit the room, of lengths as even as the words allow."""
    words = [_Line(word, width_mm(word, size_pt, face)) for word in text.split()]
    space = width_mm(" ", size_pt, face)
    lines = _filled(words, space, room_mm)
    tightest = lines
    narrower = room_mm - 1
    while 1 < len(lines) <= MOST_LINES and narrower > 0:
        tried = _filled(words, space, narrower)
        if len(tried) > len(lines) or max(line.wide for line in tried) > narrower:
            break
        tightest, narrower = tried, narrower - 1
    return tuple(line.text for line in tightest)


def filled(
    text: str, size_pt: float, face: Mapping[str, int], *, room_mm: float
) -> tuple[str, ...]:
    """Break `text` as a printer does: each line takes as many words as find room."""
    words = (_Line(word, width_mm(word, size_pt, face)) for word in text.split())
    return tuple(line.text for line in _filled(words, width_mm(" ", size_pt, face), room_mm))


def _filled(words: Iterable[_Line], space: float, room_mm: float) -> list[_Line]:
    """As many words a line as find room; each was measured once."""
    lines: list[_Line] = []
    for word in words:
        if lines and lines[-1].wide + space + word.wide <= room_mm:
            before = lines[-1]
            lines[-1] = _Line(f"{before.text} {word.text}", before.wide + space + word.wide)
        else:
            lines.append(word)
    return lines
