"""The report as it is printed: figures, what is new, what waits, what is late."""

from assignments.models import Timeliness
from assignments.papers.follow_up.annex import annex
from assignments.papers.follow_up.reckoning import Figures, FollowUp
from assignments.papers.follow_up.telling import tell_finished, tell_going_on, tell_late, tell_task
from assignments.papers.groups import by_task
from assignments.papers.heads import (
    Stamp,
    amount,
    archive_line,
    cell,
    dressed,
    heading,
    listed,
    text,
)
from assignments.papers.wording import as_of_words
from directives.printing.model import Block, Column, Paper, Table


def follow_up_paper(report: FollowUp, stamp: Stamp) -> Paper:
    subject = f"kết quả thực hiện {report.about}"
    return dressed(
        report.head,
        stamp,
        kind="BÁO CÁO",
        subject=(subject,),
        blocks=_blocks(report),
        recipients=(
            f"Thường trực {report.head.committee} (báo cáo)",
            "Các cơ quan, đơn vị được giao nhiệm vụ",
            archive_line(report.head),
        ),
        appendices=(annex(report, subject),),
    )


def _blocks(report: FollowUp) -> list[Block]:
    blocks: list[Block] = [
        text(
            f"{_office(report)} báo cáo kết quả thực hiện {report.about} như sau "
            f"({as_of_words(report.as_of).lower()}):"
        ),
        heading("I-", "Số liệu chung"),
    ]
    if counted_how := _counting(report):
        blocks.append(text(counted_how))
    if report.lines:
        blocks += [_figures_table(report.figures), _rate(report.figures)]
    else:
        blocks.append(text("Không có nhiệm vụ có thời hạn."))
    if petitions := _petitions(report):
        blocks.append(text(petitions))
    blocks += [heading("II-", "Kết quả thực hiện"), *_sections(report)]
    if report.standing:
        blocks += [heading("III-", "Nhiệm vụ thường xuyên, không định hạn"), *_standing(report)]
    blocks.append(
        text("Kết quả từng nhiệm vụ theo thứ tự trong văn bản có phụ lục kèm theo Báo cáo này.")
    )
    return blocks


def _counting(report: FollowUp) -> str:
    """Why there are more tasks than the papers have: where one was given to several bodies."""
    found = (*report.lines, *report.standing)
    tasks, bodies = len(by_task(found)), len({line.body for line in found})
    if tasks == len(found):
        return ""
    return (
        f"Có {amount(tasks)} nhiệm vụ, giao {amount(bodies)} đơn vị; nhiệm vụ giao nhiều đơn vị "
        "được tính theo từng đơn vị."
    )


def _office(report: FollowUp) -> str:
    return f"Văn phòng {report.head.committee}"


def _figures_table(figures: Figures) -> Table:
    longest = f", chậm nhất {amount(figures.longest)} ngày" if figures.longest else ""
    rows = [
        ("Nhiệm vụ có thời hạn được giao", figures.assigned, True),
        ("Đã hoàn thành", figures.completed, True),
        ("– Hoàn thành đúng hạn", figures.on_time, False),
        ("– Hoàn thành quá hạn", figures.late, False),
        ("Chưa hoàn thành", figures.assigned - figures.completed, True),
        ("– Trong hạn", figures.on_track, False),
        ("– Sắp đến hạn", figures.due_soon, False),
        (f"– Quá hạn{longest}", figures.overdue, False),
        ("– Đã báo cáo, chờ xác nhận", figures.submitted, False),
        ("– Tạm dừng hoặc đã kiến nghị cấp trên", figures.aside, False),
    ]
    return Table(
        (Column("Nội dung", 75), Column("Số nhiệm vụ", 25, "center")),
        tuple((cell(words, bold=b), cell(amount(number), bold=b)) for words, number, b in rows),
        size_pt=13,
    )


def _rate(figures: Figures) -> Block:
    rule = "Nhiệm vụ thường xuyên, không định hạn không tính vào tỷ lệ; gia hạn không làm thay đổi hạn ban đầu."
    if figures.rate is None:
        return text(
            f"Tỷ lệ hoàn thành đúng hạn: chưa có nhiệm vụ nào đến hạn để tính. {rule}", italic=True
        )
    rate = f"{figures.rate:.1f}".replace(".", ",")
    return text(
        f"Tỷ lệ hoàn thành đúng hạn: {rate}% = {amount(figures.on_time)} hoàn thành đúng hạn ÷ "
        f"({amount(figures.on_time + figures.late)} đã hoàn thành + {amount(figures.past_original)} "
        f"chưa hoàn thành đã quá hạn ban đầu). {rule}",
        italic=True,
    )


def _petitions(report: FollowUp) -> str:
    """One sentence; a task given to several bodies has its petitions once."""
    tasks = {
        (line.notice, line.place, line.words): (line.petitions, line.petitions_done)
        for line in (*report.lines, *report.standing)
    }
    total = sum(count for count, _ in tasks.values())
    done = sum(count for _, count in tasks.values())
    return f"Kiến nghị: {amount(total)}, trong đó đã trả lời {amount(done)}." if total else ""


def _sections(report: FollowUp) -> list[Block]:
    """What is new, what waits, what is late; the annex tells the rest."""
    since = f" (kể từ {report.since})" if report.since else ""
    late = sorted(
        (line for line in report.lines if line.word == Timeliness.OVERDUE),
        key=lambda line: -line.days_late,
    )
    waiting = [line for line in report.lines if line.word == "submitted"]
    parts = (
        (f"Nhiệm vụ mới hoàn thành{since}", report.new, tell_finished),
        ("Nhiệm vụ đã báo cáo, chờ xác nhận", waiting, tell_finished),
        ("Nhiệm vụ quá hạn", late, tell_late),
    )
    blocks: list[Block] = []
    for number, (title, found, told) in enumerate(parts, start=1):
        count = amount(len(found)) if found else "không có"
        blocks.append(heading(f"{number}.", f"{title}: {count}"))
        blocks += [listed("-", tell_task(report, of_task, told)) for of_task in by_task(found)]
    return blocks


def _standing(report: FollowUp) -> list[Block]:
    going_on = [line for line in report.standing if not line.new]
    if not going_on:
        return [text("Đã nêu ở mục II.")]
    return [listed("-", tell_task(report, of_task, tell_going_on)) for of_task in by_task(going_on)]
