"""Rows read one after another: notice, task, deadline, and what was done."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from assignments.importing.citing import Cited, cited_in
from assignments.importing.columns import EXAMPLE
from assignments.importing.entries import MARK, Entry, Paper
from assignments.lifecycle import OldResult
from bodies.folding import fold
from bodies.matching import Matcher
from bodies.models import Body, Office
from directives.drafting import Named
from directives.models import AssignmentRole, Term
from directives.naming import names_in, parted_by_role
from directives.sheets import Columns, Row, Timing, days_in, timings_of

LONGEST_WORDS, LONGEST_CODE, LONGEST = 10_000, 160, 200
DONE = ("hoan thanh", "da hoan thanh", "xong", "da xong", "da thuc hien xong", "da bao cao")
PARTLY = ("mot phan", "co ban", "chua")
OPEN_WORDS = (
    "chua",
    "dang",
    "trong han",
    "qua han",
    "moi giao",
    "cho",
    "tiep tuc",
    "thuong xuyen",
    "da tiep nhan",
    "sap den han",
)
_PAPER = re.compile(r"\d{1,5}\s*[-/]\s*[^\W\d_][\w&/.\-]*")
_LETTERED = re.compile(r"(?:[IVXLC]{1,6}|[A-Z])\s*[.)]?")


def passed_over(row: Row, columns: Columns) -> bool:
    """The template's example; the title of a group of rows; what stands under the table."""
    if row.spread or fold(row.cell(columns.get("code"))) == fold(EXAMPLE):
        return True
    counter = columns.get("number")
    said = {cell for place, cell in enumerate(row.cells) if cell and place != counter}
    words = row.cell(columns["words"])
    titled = bool(_LETTERED.fullmatch(row.cell(counter)))
    signed = not any(row.cell(columns.get(kind)) for kind in ("notice", "words", "leads"))
    return signed or (len(said) == 1 and (titled or not words))


class Reader:
    """Reads rows one after another: an empty notice is the one above."""

    def __init__(self, columns: Columns, *, office: Office, today: date) -> None:
        self.columns, self.office, self.today = columns, office, today
        self.matcher = Matcher(office, on=today)
        self.day_before = office.before_means == Office.Before.DAY_BEFORE
        self.terms = list(Term.objects.all())
        self.above: tuple[str, str, str, str] = ("", "", "", "")
        self.cited: Cited | None = None
        self.codes: dict[tuple[str, int | None], int] = {}

    def read(self, row: Row) -> Entry:
        said = {kind: row.cell(column) for kind, column in self.columns.items()}
        head = (*(said.get(kind, "") for kind in ("notice", "issued_on", "subject", "issuer")),)
        if any(head[:3]):
            self.above = (head[0], head[1], head[2], head[3])
            self.cited = cited_in(head[0])
        problems: list[str] = []
        paper = self._paper(problems)
        timing = self._timing(said, paper, problems)
        result, told = self._outcome(said, paper, problems)
        leads, helping = parted_by_role(said["leads"], self.matcher)
        entry = Entry(
            number=row.number,
            paper=paper,
            subject=" ".join(self.above[2].split()) or (self.cited.subject if self.cited else ""),
            code=" ".join(said.get("code", "").split()),
            words=said["words"],
            leads=self._named(leads, AssignmentRole.LEAD),
            coordinating=self._named(
                f"{helping}\n{said.get('coordinating', '')}", AssignmentRole.CO
            ),
            timing=timing,
            result=result,
            told=told,
            notes=[timing.doubt] if timing.doubt else [],
        )
        return replace(entry, problems=[*problems, *self._wrong(entry)])

    def _paper(self, problems: list[str]) -> Paper | None:
        number, day, _, issuer = self.above
        cited = self.cited
        told_day = cited.issued_on if cited else None
        issued_on = next(iter(days_in(day)), None) if day else told_day
        body = self.matcher.match(issuer).body if issuer else self.office.committee
        if not cited:
            problems.append(f"không đọc được số, ký hiệu “{number}”; hãy ghi như 05-TB/ĐU.")
        elif cited.kind is None:
            problems.append(f"không biết loại văn bản của “{number}”; hãy ghi như 05-TB/ĐU.")
        if issued_on is None:
            problems.append(f"không đọc được ngày ban hành “{day}”; hãy ghi như 05/03/2025.")
        elif issued_on > self.today:
            problems.append(f"ngày ban hành {issued_on:%d/%m/%Y} ở sau hôm nay.")
        if body is None:
            problems.append(f"cơ quan ban hành “{issuer}” chưa có trong danh mục đơn vị.")
        if not (cited and cited.kind and issued_on and body):
            return None
        term = next((t.pk for t in self.terms if _within(t, body, issued_on)), None)
        return Paper(body, cited.kind, cited.number, cited.symbol, issued_on, term)

    def _timing(self, said: Mapping[str, str], paper: Paper | None, problems: list[str]) -> Timing:
        issued_on = paper.issued_on if paper else None
        cell, resolved = said.get("deadline", ""), said.get("due_on", "")
        days = days_in(resolved)
        by_day = len(days) == 1
        words = cell if by_day or not resolved else resolved
        read, *more = timings_of(
            words, issued_on=issued_on, today=self.today, day_before=self.day_before
        )
        if by_day:
            same = read.due_on == days[0]
            return read if same else Timing(read.words, days[0], None, "day")
        if resolved and not (read.due_on or read.unit or read.standing):
            problems.append(f"không đọc được ngày đến hạn “{resolved}”; hãy ghi như 30/06/2025.")
        elif more:
            problems.append(
                "có nhiều thời hạn; hãy tách mỗi thời hạn một dòng, hoặc ghi cột “Đến ngày”."
            )
        return read

    def _outcome(
        self, said: Mapping[str, str], paper: Paper | None, problems: list[str]
    ) -> tuple[OldResult | None, str]:
        """What was done, or what is said of work still open."""
        status, words = said.get("status", ""), said.get("result", "")
        done = tells_done(status or words)
        if done is None and status:
            problems.append(
                f"chưa hiểu trạng thái “{status}”; hãy ghi “Hoàn thành” hoặc “Đang thực hiện”."
            )
        sayings = [words, said.get("note", "")]
        told = "\n".join(saying for saying in sayings if saying)
        told = f"{MARK}: {told}" if told else ""
        if not done:
            return None, told
        paper_cell = said.get("paper", "") or words
        number = _PAPER.search(paper_cell)
        days = days_in(said.get("paper_on", "")) or days_in(said.get("paper", "")) or days_in(words)
        if not days:
            problems.append("đã hoàn thành thì cần ngày văn bản báo cáo (cột “Ngày báo cáo”).")
            return None, told
        if days[-1] > self.today:
            problems.append(f"ngày báo cáo {days[-1]:%d/%m/%Y} ở sau hôm nay.")
        if paper and days[-1] < paper.issued_on:
            problems.append(f"ngày báo cáo {days[-1]:%d/%m/%Y} trước ngày ban hành văn bản.")
        numbered = number[0].replace(" ", "")[:60] if number else ""
        return OldResult(words=told or f"{MARK}.", paper_number=numbered, paper_on=days[-1]), told

    def _named(self, cell: str, role: AssignmentRole) -> list[Named]:
        return [
            Named(words=words, role=role, match=self.matcher.match(words))
            for words in names_in(cell, self.matcher)
        ]

    def _wrong(self, entry: Entry) -> Iterator[str]:
        if not entry.words:
            yield "chưa có nội dung nhiệm vụ."
        if len(entry.words) > LONGEST_WORDS:
            yield "nội dung dài hơn 10.000 ký tự."
        if not entry.subject:
            yield "chưa có trích yếu của văn bản."
        if not entry.leads:
            yield "chưa có đơn vị chủ trì."
        for named in entry.named:
            if len(named.words) > LONGEST:
                yield "tên đơn vị dài hơn 200 ký tự; hãy kiểm tra cột đơn vị."
            elif not named.match:
                yield f"“{named.words[:60]}” chưa có trong danh mục đơn vị."
        if len(entry.code) > LONGEST_CODE:
            yield "mã nhiệm vụ dài hơn 160 ký tự."
        if len(entry.timing.words) > LONGEST:
            yield "thời hạn dài hơn 200 ký tự; hãy kiểm tra cột thời hạn."
        place = (entry.code, entry.paper.term_id if entry.paper else None)
        first = self.codes.setdefault(place, entry.number)
        if entry.code and first != entry.number:
            yield f"mã “{entry.code}” đã có ở dòng {first}."


def _within(term: Term, body: Body, day: date) -> bool:
    return term.body_id == body.pk and term.starts_on <= day <= term.ends_on


def tells_done(words: str) -> bool | None:
    """Whether the words say that it is done; None when they say something else."""
    told = fold(words)
    if not told or told.startswith(OPEN_WORDS):
        return False
    if told.startswith(DONE):
        partly = "%" in told and "100%" not in told
        return not partly and not any(word in told for word in PARTLY)
    return None
