"""The annex of a report: every task in printed order, with its result."""

from collections.abc import Sequence

from assignments.papers.follow_up.reckoning import FollowUp
from assignments.papers.groups import by_notice, words_once
from assignments.papers.heads import EMPTY, cell, text
from assignments.papers.lines import Line, evidence, short_day
from assignments.papers.wording import as_of_words, state, tells_day
from directives.printing.model import Appendix, Block, Cell, Column, Table

ANNEX = (
    Column("TT", 4, "center"),
    Column("Mục", 8),
    Column("Nhiệm vụ", 24),
    Column("Đơn vị", 13),
    Column("Thời hạn như ghi; hạn ban đầu", 12),
    Column("Tình trạng", 10),
    Column("Kết quả; số, ngày văn bản", 17),
    Column("Nguyên nhân chậm; đề xuất", 12),
)


def annex(report: FollowUp, subject: str) -> Appendix:
    blocks: list[Block] = [_annex_table(report.lines)]
    if report.standing:
        blocks += [
            text("Nhiệm vụ thường xuyên, không định hạn", bold=True, leads=True),
            _annex_table(report.standing),
        ]
    return Appendix(
        (
            "PHỤ LỤC",
            subject[:1].upper() + subject[1:],
            f"({as_of_words(report.as_of)})",
        ),
        tuple(blocks),
        landscape=True,
    )


def _annex_table(found: Sequence[Line]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for name, of_notice in by_notice(found):
        rows.append((cell(f"{name}: {of_notice[0].subject}", bold=True, span=len(ANNEX)),))
        for at, (line, names) in enumerate(words_once(of_notice), start=1):
            rows.append(_annex_row(at, line))
            rows += [(cell(""), cell(told, span=len(ANNEX) - 1)) for told in names]
    return Table(ANNEX, tuple(rows), size_pt=11)


def _annex_row(at: int, line: Line) -> tuple[Cell, ...]:
    first = line.original_due_on or line.due_on
    extended = line.due_on and line.original_due_on and line.due_on != line.original_due_on
    return (
        cell(str(at)),
        cell(line.place),
        cell(line.words),
        cell(line.body),
        cell(
            line.deadline_words or ("" if first else "không định hạn"),
            f"hạn ban đầu {short_day(first)}"
            if first and not tells_day(line.deadline_words, first)
            else "",
            f"gia hạn đến {short_day(line.due_on)}" if extended and line.due_on else "",
        ),
        cell(state(line)),
        cell(line.result, evidence(line)),
        cell(*_remarks(line)),
    )


def _remarks(line: Line) -> Sequence[str]:
    return [said for said in (line.cause, line.proposal, line.letters) if said] or [EMPTY]
