"""Lines told together: of one task, of one notice, of bodies that stand alike."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assignments.papers.lines import Line, evidence
from directives.models import AssignmentRole

FEW_BODIES = 3  # more are counted before they are named
NAMES_A_ROW = 100  # of so many bodies with the longest names a row still finds room on a page
SAME = "nt"  # như trên, as registers write it


def merged(found: Iterable[Line]) -> list[tuple[Line, int]]:
    """Lines that differ in their body only, as one that names all bodies; and how many it was.

    A group of twenty-five villages with one task is one row on paper, until their results differ.
    """
    alike: dict[Line, list[Line]] = {}
    for line in found:
        alike.setdefault(replace(line, key="", body="", role=""), []).append(line)
    return [(replace(one, body=_bodies(lines)), len(lines)) for one, lines in alike.items()]


def alike(found: Iterable[Line]) -> list[list[Line]]:
    """Lines that differ at most in their body and in the number and days of what it sent."""
    groups: dict[Line, list[Line]] = {}
    for line in found:
        shared = replace(
            line,
            key="",
            body="",
            role="",
            evidence_number="",
            evidence_on=None,
            reported_on=None,
            completed_on=None,
        )
        groups.setdefault(shared, []).append(line)
    return list(groups.values())


def together(found: list[Line]) -> Line:
    """Lines that are `alike` as one, whose body names all of them; of one paper it keeps the number."""
    first = found[0]
    if _one_paper(found):
        return replace(first, body=_bodies(found))
    return replace(first, body=named_with_papers(found), evidence_number="", evidence_on=None)


def by_task(found: Iterable[Line]) -> list[list[Line]]:
    """The lines of each task together, in the order given."""
    tasks: dict[tuple[str, str, str], list[Line]] = {}
    for line in found:
        tasks.setdefault((line.notice, line.place, line.words), []).append(line)
    return list(tasks.values())


def by_notice(found: Iterable[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Yield each notice with its lines, in the order given."""
    groups: dict[str, list[Line]] = {}
    for line in found:
        groups.setdefault(line.notice, []).append(line)
    yield from groups.items()


def words_once(found: Iterable[Line]) -> list[tuple[Line, list[str]]]:
    """The rows of a table on paper, task by task, those that stand `alike` as one.

    Of many bodies, and of several papers, the row counts, and the rows told with it name them. The
    words of a task stand in its first row, then "nt".
    """
    rows: list[tuple[Line, list[str]]] = []
    for task in by_task(found):
        for group in alike(task):
            line, names = together(group), []
            if len(group) > FEW_BODIES or not _one_paper(group):
                line = replace(line, body=counted(group), evidence_number="", evidence_on=None)
                names = _names(group, f"TT {len(rows) + 1}")
            rows.append((replace(line, words=SAME) if group[0] is not task[0] else line, names))
    return rows


def brief(line: Line) -> Line:
    """Without what there is no room for, so that bodies with one task stand together."""
    return replace(
        line,
        status="",
        result="",
        evidence_number="",
        evidence_on=None,
        reported_on=None,
        completed_on=None,
        cause="",
    )


def counted(found: list[Line]) -> str:
    """ "04 đơn vị", "26 đơn vị phối hợp"."""
    return f"{len(found):02d} đơn vị{' phối hợp' if _all_help(found) else ''}"


def named_with_papers(found: list[Line], *, together: bool = False) -> str:
    """Each body with the number and day of what it sent: "Tổ 1 (số 70/BC-TDP, ngày 19/10/2026); …"."""
    return "; ".join(_name(line, paper=evidence(line), together=together) for line in found)


def _bodies(found: list[Line]) -> str:
    """ "A, B (phối hợp)"; of many: "26 đơn vị: A, B, …", "26 đơn vị phối hợp: A, B, …"."""
    if len(found) <= FEW_BODIES:
        return ", ".join(_name(line) for line in found)
    named = ", ".join(_name(line, together=_all_help(found)) for line in found)
    return f"{counted(found)}: {named}"


def _name(line: Line, *, paper: str = "", together: bool = False) -> str:
    """`together` when what stands before says already that all of them help."""
    role = "phối hợp" if line.role == AssignmentRole.CO and not together else ""
    aside = "; ".join(filter(None, (role, paper[:1].lower() + paper[1:])))
    return f"{line.body} ({aside})" if aside else line.body


def _names(group: list[Line], row: str) -> list[str]:
    """ "TT 2 gồm 26 đơn vị: A (số …); B (số …).", in several where they are very many."""
    told = [
        named_with_papers(group[at : at + NAMES_A_ROW], together=_all_help(group))
        for at in range(0, len(group), NAMES_A_ROW)
    ]
    return [
        f"{row} gồm {counted(group)}: {told[0]}.",
        *(f"{row} (tiếp): {one}." for one in told[1:]),
    ]


def _all_help(found: list[Line]) -> bool:
    return all(line.role == AssignmentRole.CO for line in found)


def _one_paper(found: list[Line]) -> bool:
    return len({(line.evidence_number, line.evidence_on) for line in found}) == 1
