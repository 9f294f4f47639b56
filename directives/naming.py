"""Names in a table's cell: several in one, and what the clerk says of those nobody knows."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from bodies.matching import Match, Matcher
from bodies.models import Office, User
from bodies.registry import add_body, learn_alias

_APART = re.compile(r"[;\n•]+|(?:^|\n)\s*[-+]\s+")
_JOINT = re.compile(r"(\s*,\s*|\s+và\s+)")
_COUNTED = re.compile(r"^\d{1,2}[.)]\s+")
# "UBND phường (chủ trì)", "Chủ trì: UBND phường", "UBND phường chủ trì, phối hợp với …".
_MARKED = re.compile(r"([^();\n]+)\(\s*(chủ trì|phối hợp)\s*\)[\s,;.]*", re.IGNORECASE)
_NEAREST = re.compile(r"([^();\n,]+)\(\s*(phối hợp)\s*\)[\s,;.]*", re.IGNORECASE)
_HELPED = re.compile(r"[\s,;(]*\bphối hợp\b(?:\s+(?:với|cùng))?[\s:]*", re.IGNORECASE)
_LED = re.compile(r"[\s,;]*\bchủ trì\b[\s,;:]*", re.IGNORECASE)
LONGEST_NAME = 200  # characters, of a body as of an alias


def names_in(cell: str, matcher: Matcher) -> list[str]:
    """Return the bodies a cell names, each once, in order, as printed.

    Semicolons and lines part them always; commas and "và" only where that leaves known names,
    since "Phòng Kinh tế, Hạ tầng và Đô thị" is one.
    """
    pieces = [_COUNTED.sub("", piece.strip(" .,-+")) for piece in _APART.split(cell)]
    names = [name for piece in pieces if piece for name in _parted(piece, matcher)]
    return list(dict.fromkeys(names))


def parted_by_role(cell: str, matcher: Matcher) -> tuple[str, str]:
    """Return what a cell says of who leads, and of who helps: many write both into one.

    A body whose own name speaks of leading or helping stays as it is.
    """
    if matcher.match(cell):
        return cell, ""
    if _MARKED.search(cell):
        return _parted_by_marks(cell)
    leads, *helping = _HELPED.split(cell, maxsplit=1)
    return _LED.sub("\n", leads).strip(), _LED.sub("\n", "".join(helping)).strip()


@transaction.atomic
def settle(decided: Mapping[str, Match | None], *, office: Office, at: datetime, by: User) -> None:
    """Learn what the clerk says of unknown names: an alias of a body, or (None) a new body."""
    for words, match in decided.items():
        if match is None:
            add_body(words, office=office, at=at, by=by)
        elif match.body:
            learn_alias(words, match.body, office=office, at=at, by=by)


def _parted_by_marks(cell: str) -> tuple[str, str]:
    """ "(chủ trì)" ends the names of who leads; where it is missing "(phối hợp)" is of one name."""
    marks = _MARKED if "chủ trì" in cell.lower() else _NEAREST
    marked = [(words.strip(" ,;"), role.lower()) for words, role in marks.findall(cell)]
    leads = [words for words, role in marked if role == "chủ trì"]
    leads.append(marks.sub("", cell).strip(" ,;"))
    helping = [words for words, role in marked if role != "chủ trì"]
    return "\n".join(filter(None, leads)), "\n".join(helping)


def _parted(piece: str, matcher: Matcher) -> list[str]:
    """The longest known names from left to right; what stands between them stays whole."""
    parts = _JOINT.split(piece)  # name, joint, name, joint, name
    if len(parts) == 1 or matcher.match(piece):
        return [piece]
    names: list[str] = []
    unknown: list[str] = []
    place = 0
    while place < len(parts):
        size = _known(parts[place:], matcher)
        if size:
            names += [*_whole(unknown), "".join(parts[place : place + size])]
            unknown = []
            place += size + 1  # and the joint after it
        else:
            unknown += parts[place : place + 2]
            place += 2
    return [*names, *_whole(unknown)]


def _known(parts: Sequence[str], matcher: Matcher) -> int:
    """How many of the parts, from the first, make the longest known name; 0 for none."""
    sizes = range(min(len(parts), 11) // 2 * 2 + 1, 0, -2)
    return next((n for n in sizes if n <= len(parts) and matcher.match("".join(parts[:n]))), 0)


def _whole(parts: Sequence[str]) -> list[str]:
    words = "".join(parts).strip(" ,")
    return [words.removesuffix(" và").strip()] if words else []
