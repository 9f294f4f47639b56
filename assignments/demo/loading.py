"""Loads the demo: through the reader and the verbs, on past moments, in one transaction.

Only here are demo accounts made. Nothing is written where the demo is already, and nothing
into an installation that serves a real office.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from assignments import documents, issuing, lifecycle, withdrawing
from assignments.clock import Clock
from assignments.demo import clerk, evidence
from assignments.demo.diary import Diary
from assignments.demo.plan import (
    OUTGOING,
    PAPERS,
    Act,
    Duty,
    Outgoing,
    Paper,
    Step,
    accepted,
    reported,
)
from assignments.demo.settlement import OFFICE_KEY, PEOPLE, settle
from assignments.demo.wording import Wording
from assignments.documents import Asked
from assignments.lifecycle import Letter, ReportDraft, Upload
from assignments.models import Assignment, Message, Report, Status
from bodies import calendar, ledger
from bodies.matching import Matcher
from bodies.models import Body, Office, User
from directives import drafting, reading
from directives.models import AssignmentRole, Document, Notice, Task
from directives.printing.pdf import PrintingUnavailable

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
DROPPED = "dữ liệu mẫu"
# The hour of each act; on one day they follow each other so.
START, PUT_UP, ISSUE = time(8, 0), time(9, 30), time(10, 0)
RECEIVE, REPLACE, CLOSE, SEND_OUT = time(8, 20), time(11, 0), time(16, 45), time(17, 0)
HOURS = {
    Step.RETURNED: time(10, 20),
    Step.PROGRESS: time(14, 5),
    Step.EXPLAINED: time(14, 30),
    Step.REPORTED: time(15, 10),
    Step.DECLINED: time(15, 30),
    Step.ACCEPTED: time(16, 30),
    Step.REASSIGNED: time(16, 35),
    Step.PAUSED: time(16, 35),
    Step.RESUMED: time(16, 35),
    Step.REFERRED: time(16, 35),
    Step.CANCELLED: time(16, 35),
    Step.REOPENED: time(16, 35),
}
DECIDED = {
    Step.PAUSED: lifecycle.pause,
    Step.RESUMED: lifecycle.resume,
    Step.REFERRED: lifecycle.refer,
    Step.CANCELLED: lifecycle.cancel,
    Step.REOPENED: lifecycle.reopen,
    Step.RETURNED: lifecycle.send_back,
}
STATE_BODIES = (
    Body.Kind.GOVERNMENT,
    Body.Kind.DEPARTMENT,
    Body.Kind.SERVICE,
    Body.Kind.RESIDENTS,
    Body.Kind.OUTSIDE,
)


class DemoRefused(Exception):
    """The demo is not for this database. Says why, for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much of the demo there is now. `new` is false when it was there before.

    confirmed, as_read  tasks confirmed, and how many of them just as the reader proposed
    unplaced            words of the plan that no item holds: the reader lost them
    unprinted           why the office's documents are not there; empty when they are
    """

    new: bool
    bodies: int
    people: int
    notices: Counter[str]
    assignments: Counter[str]
    documents: int
    confirmed: int = 0
    as_read: int = 0
    unplaced: tuple[str, ...] = ()
    unprinted: str = ""


@transaction.atomic
def load(*, now: datetime) -> Loaded:
    """Load the demo as of `now`; a second time changes nothing. Raises DemoRefused."""
    if Office.objects.filter(key=OFFICE_KEY).exists():
        return _told(new=False)
    if Office.objects.exists() or User.objects.exists():
        raise DemoRefused(
            "Cơ sở dữ liệu này đã có dữ liệu của một văn phòng khác nên không nạp dữ liệu mẫu, "
            "để không lẫn với dữ liệu thật. Hãy nạp vào một cơ sở dữ liệu trống (DATA_DIR khác)."
        )
    return _Loading(now=now).run()


@dataclass(slots=True)
class _Loading:
    now: datetime
    wording: Wording = field(init=False)
    office: Office = field(init=False)
    matcher: Matcher = field(init=False)
    users: dict[str, User] = field(init=False)
    officers: dict[int, User] = field(init=False)
    diary: Diary = field(default_factory=Diary)
    notices: dict[str, Notice] = field(default_factory=dict)
    numbers: Counter[int] = field(default_factory=Counter)
    answered: dict[tuple[int, str], list[Assignment]] = field(
        default_factory=lambda: defaultdict(list)
    )
    confirmed: int = 0
    as_read: int = 0
    unplaced: list[str] = field(default_factory=list)
    unprinted: str = ""

    def run(self) -> Loaded:
        today = localdate(self.now)
        self.wording = Wording(today, calendar.load())
        self.office = settle(today=today)
        self.matcher = Matcher(self.office, on=today)
        self.users = {user.username: user for user in User.objects.all()}
        self.officers = {
            body.pk: self.users[account]
            for account, _, _, words in PEOPLE
            if words and (body := self.matcher.match(words).body)
        }
        for paper in PAPERS:
            self.diary.write(self._day(paper.started), START, partial(self._start, paper))
        for outgoing in OUTGOING:
            self.diary.write(
                self._day(outgoing.issued), SEND_OUT, partial(self._send_out, outgoing)
            )
        self.diary.run()
        self._quiet()
        ledger.record("load_demo", self.office, at=self.now, by=None)
        return _told(
            new=True,
            confirmed=self.confirmed,
            as_read=self.as_read,
            unplaced=tuple(self.unplaced),
            unprinted=self.unprinted,
        )

    def _day(self, spec: str) -> date:
        return self.wording.day(spec)

    def _start(self, paper: Paper, at: datetime) -> None:
        """Read the sample, keep it as a draft, review it, and plan what comes next."""
        by = self.users[paper.clerk]
        read = reading.read(sample(paper.name, self.wording), today=localdate(at))
        notice = drafting.start(read, office=self.office, at=at, by=by)
        self._correct_head(notice, paper, at=at, by=by)
        self.unplaced += clerk.unplaced(notice, paper)
        tasks = self._review(notice, paper, at=at, by=by)
        if paper.put_up:
            self.diary.write(
                self._day(paper.put_up),
                PUT_UP,
                lambda at: issuing.put_up(notice, at=at, by=by),
            )
        if paper.issued:
            self.diary.write(
                self._day(paper.issued), ISSUE, partial(self._issue, paper, notice, tasks)
            )

    def _correct_head(self, notice: Notice, paper: Paper, *, at: datetime, by: User) -> None:
        issuer = self.matcher.match(paper.issuer).body
        values = {
            "issuer_id": issuer.pk if issuer else None,
            "issuer_line": paper.issuer_line,
            "superior_line": paper.superior_line,
            "urgency": paper.urgency,
            "subject": notice.subject or self.wording.render(paper.subject),
        }
        drafting.revise(notice, values, seen=notice.version, at=at, by=by)

    def _review(
        self, notice: Notice, paper: Paper, *, at: datetime, by: User
    ) -> list[tuple[Duty, Task]]:
        done: list[tuple[Duty, Task]] = []
        for decision in clerk.decisions(notice, paper, wording=self.wording, matcher=self.matcher):
            item = decision.item
            if not decision.drafts:
                drafting.set_aside(item, seen=item.version, at=at, by=by)
                continue
            made = drafting.confirm(item, decision.drafts, seen=item.version, at=at, by=by)
            done += zip(decision.duties, made, strict=True)
            self.confirmed += len(made)
            self.as_read += decision.as_read
        return done

    def _issue(
        self, paper: Paper, notice: Notice, tasks: list[tuple[Duty, Task]], at: datetime
    ) -> None:
        made = issuing.issue(
            notice, number=paper.number, issued_on=localdate(at), at=at, by=self.users["vanthu"]
        )
        self._plan_the_end(paper, notice)
        given = {task.pk: duty for duty, task in tasks}
        for row in made:
            if paper.received and row.status == Status.SENT:
                self.diary.write(self._day(paper.received), RECEIVE, partial(self._receive, row))
            for act in _story(given[row.task_id], row):
                if act.shared:
                    self.answered[row.body_id, act.shared].append(row)
                self.diary.write(
                    self._day(act.day), HOURS[act.step], partial(self._act, paper, row, act)
                )

    def _plan_the_end(self, paper: Paper, notice: Notice) -> None:
        """When it will be closed or withdrawn, and which older paper goes with its coming."""
        by, why = self.users["chanhvp"], paper.withdrawn_why
        self.notices[paper.name] = notice
        if paper.closed:
            self.diary.write(
                self._day(paper.closed), CLOSE, lambda at: issuing.close(notice, at=at, by=by)
            )
        if paper.withdrawn:
            self.diary.write(
                self._day(paper.withdrawn),
                CLOSE,
                lambda at: withdrawing.withdraw(notice, reason=why, at=at, by=by),
            )
        if old := self.notices.get(paper.replaces):
            self.diary.write(
                self._day(paper.issued),
                REPLACE,
                lambda at: withdrawing.supersede(old, replaced_by=notice, at=at, by=by),
            )

    def _receive(self, row: Assignment, at: datetime) -> None:
        lifecycle.receive(row, at=at, by=self.officers[row.body_id])

    def _act(self, paper: Paper, row: Assignment, act: Act, at: datetime) -> None:
        judge = self.users[act.by or "chanhvp"]
        if act.step == Step.ACCEPTED:
            lifecycle.accept(row, at=at, by=judge)
        elif act.step in DECIDED:
            DECIDED[act.step](row, reason=act.words, at=at, by=judge)
        elif act.step == Step.REASSIGNED:
            to = Body.objects.get(short_name=act.to)
            lifecycle.reassign(row, to=to, reason=act.words, at=at, by=judge)
        elif act.step == Step.DECLINED:
            self._decline(row, act, at)
        else:
            self._report(paper, row, act, at)

    def _decline(self, row: Assignment, act: Act, at: datetime) -> None:
        """By the body's own officer, with the letter its head has signed."""
        letter = Letter(number=self._number(row.body).replace("BC", "CV"), dated=localdate(at))
        by = self.officers[row.body_id]
        lifecycle.decline(row, reason=act.words, letter=letter, at=at, by=by)

    def _report(self, paper: Paper, row: Assignment, act: Act, at: datetime) -> None:
        """By the body's own officer; a body without an account hands in paper, and the clerk types."""
        rows = self.answered.pop((row.body_id, act.shared), []) if act.shared else [row]
        if not rows:
            return  # told already, in the report that answers several
        officer = self.officers.get(row.body_id)
        result = act.step == Step.REPORTED
        draft = ReportDraft(
            kind=Report.Kind(act.step),
            words=act.words,
            paper_number=self._number(row.body) if result else "",
            paper_on=localdate(at) if result else None,
            arrived_on=None if officer else localdate(at),
            cause=act.cause,
            upload=_upload(act, row),
            typed_for_body=officer is None,
        )
        lifecycle.report(rows, draft, at=at, by=officer or self.users[paper.clerk])

    def _send_out(self, outgoing: Outgoing, at: datetime) -> None:
        """Draft and issue it, or leave it out where the machine cannot print."""
        by = self.users["vanthu"]
        try:
            with transaction.atomic():
                document = documents.draft(self.office, self._asked(outgoing), at=at, by=by)
                documents.issue(
                    document,
                    number=outgoing.number,
                    issued_on=localdate(at),
                    clock=Clock(at),
                    by=by,
                )
        except PrintingUnavailable as reason:
            self.unprinted = str(reason)

    def _asked(self, outgoing: Outgoing) -> Asked:
        if outgoing.notice:
            return Asked(kind=Document.Kind.REPORT, notice=self.notices[outgoing.notice])
        return Asked(
            kind=Document.Kind.LETTER,
            body=Body.objects.get(short_name=outgoing.body),
            level=1,
            answer_by=self._day(outgoing.answer_by),
        )

    def _number(self, body: Body) -> str:
        """The next number of the body's own reports: 61/BC-UBND at the State's, 61-BC/ĐU at the Party's."""
        self.numbers[body.pk] += 1
        number = 40 + body.pk % 30 + self.numbers[body.pk]
        symbol = body.symbol or "TDP"
        return f"{number}/BC-{symbol}" if body.kind in STATE_BODIES else f"{number}-BC/{symbol}"

    def _quiet(self) -> None:
        """Past issues and changes are no news: their messages will not be sent.

        Written here and not by a verb, since no office ever does this: the demo's notices were
        "issued" before there was a system. The newest paper's messages to people with an account
        stay owed, so that a first start shows some.
        """
        newest = Notice.objects.exclude(issued_on=None).order_by("-issued_on", "-pk").first()
        kept = Message.objects.filter(notice=newest, body__in=list(self.officers))
        Message.objects.owed().exclude(pk__in=kept.values("pk")).update(
            dropped_at=self.now, drop_reason=DROPPED
        )


def sample(name: str, wording: Wording) -> str:
    """Return the sample's text with its days as of the wording's today."""
    return wording.render((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"))


def _story(duty: Duty, row: Assignment) -> Sequence[Act]:
    """What becomes of one body's part; who only coordinates reports when the leads are done."""
    name = row.body.short_name or row.body.name
    if name in duty.but:
        return duty.but[name]
    if row.role == AssignmentRole.LEAD or not duty.story:
        return duty.story if row.role == AssignmentRole.LEAD else ()
    last = duty.story[-1]
    if last.step != Step.ACCEPTED:
        return ()
    day = next(act.day for act in reversed(duty.story) if act.step == Step.REPORTED)
    return (reported(day, "Đã phối hợp thực hiện theo phân công."), accepted(last.day))


def _upload(act: Act, row: Assignment) -> Upload | None:
    if not act.file:
        return None
    mark = f"{row.task.item.path or row.task.item.position} {act.day}"
    if act.file == "png":
        return Upload(name="anh-hien-truong.png", data=evidence.png(mark))
    return Upload(name="phu-luc-bao-cao.pdf", data=evidence.pdf(mark))


def _told(
    *,
    new: bool,
    confirmed: int = 0,
    as_read: int = 0,
    unplaced: tuple[str, ...] = (),
    unprinted: str = "",
) -> Loaded:
    return Loaded(
        new=new,
        bodies=Body.objects.count(),
        people=User.objects.count(),
        notices=Counter(Notice.objects.values_list("status", flat=True)),
        assignments=Counter(Assignment.objects.values_list("status", flat=True)),
        documents=Document.objects.issued().exclude(kind=Document.Kind.NOTICE).count(),
        confirmed=confirmed,
        as_read=as_read,
        unplaced=unplaced,
        unprinted=unprinted,
    )
