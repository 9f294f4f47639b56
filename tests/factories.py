"""Rows for tests: plain functions, typed, no randomness, nothing happens behind your back.

Names not given are filled in; whatever a test speaks about, it states. Days are written
"2026-03-10" or as dates, moments by `at("2026-03-10", "08:30")`: local time, always.

    office = make_office()
    ubnd = make_body("UBND phường")
    officer = make_person(Role.OFFICER, body=ubnd)
    work = make_assignment(office=office, body=ubnd, due_on="2026-03-10")
    client.force_login(officer)

Rows are written straight to the tables, past the verbs; what a verb writes besides (history,
messages) is not here. One thing is: an assignment's body is named by its notice, as at issue.
"""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from assignments.models import Assignment, Status
from bodies.folding import fold
from bodies.models import Body, BodyGroup, Membership, Office, Role, User
from bodies.permissions import Standing
from directives.models import (
    AssignmentRole,
    Evidence,
    Item,
    ItemKind,
    Nature,
    Notice,
    NoticeBody,
    NoticeStatus,
    Task,
)

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
ISSUED_ON = date(2026, 3, 2)  # a Monday; notices are issued and work is given on it
EDITABLE = (NoticeStatus.DRAFT, NoticeStatus.AWAITING_SIGNATURE)
Day = date | str
REPORTED = (Status.SUBMITTED, Status.COMPLETED)


def at(day: Day, hour: str = "08:00") -> datetime:
    """The moment, by the clock on the wall in Việt Nam."""
    return datetime.combine(_day(day), time.fromisoformat(hour), tzinfo=HERE)


def make_body(name: str = "UBND phường", *, parent: Body | None = None, **also: Any) -> Body:
    """A body; the same name twice makes two. Its kind is a department unless said."""
    also.setdefault("kind", Body.Kind.DEPARTMENT)
    return Body.objects.create(name=name, parent=parent, **also)


def make_group(office: Office, name: str, *members: Body) -> BodyGroup:
    group = BodyGroup.objects.create(office=office, name=name)
    group.members.set(members)
    return group


def make_office(name: str = "Văn phòng Đảng ủy phường", **also: Any) -> Office:
    """An office with a committee and a staff body of its own."""
    committee = make_body(f"Cấp ủy của {name}", kind=Body.Kind.COMMITTEE)
    staff = make_body(name, parent=committee, kind=Body.Kind.STAFF)
    fields = {"committee": committee, "staff_body": staff, "place": "Tràng Hạc", "symbol": "ĐU"}
    return Office.objects.create(name=name, **{**fields, **also})


def make_user(username: str = "", *, password: str | None = None, **also: Any) -> User:
    """A person without any role; without a password too, since `force_login` needs none."""
    username = username or f"nguoi{User.objects.count() + 1}"
    also.setdefault("full_name", f"Đồng chí {username}")
    return User.objects.create_user(username, password, **also)


def make_membership(
    user: User,
    role: Role,
    *,
    office: Office | None = None,
    body: Body | None = None,
    **also: Any,
) -> Membership:
    return Membership.objects.create(user=user, role=role, office=office, body=body, **also)


def make_person(
    role: Role,
    *,
    office: Office | None = None,
    body: Body | None = None,
    username: str = "",
    **also: Any,
) -> User:
    """A person who holds `role` at the office or the body; the rest goes to the user."""
    user = make_user(username, **also)
    make_membership(user, role, office=office, body=body)
    return user


def standing_of(user: User, *, on: Day = ISSUED_ON) -> Standing:
    return Standing(user, on=_day(on))


def make_notice(
    office: Office | None = None, *, status: NoticeStatus = NoticeStatus.ISSUED, **also: Any
) -> Notice:
    """A notice, issued unless said otherwise, numbered in turn; its text holds the subject only.

    Items and tasks add their own paragraphs to it.
    """
    office = office or make_office()
    clerk = also.pop("created_by", None) or make_user()
    fields: dict[str, Any] = {
        "issuer": office.committee,
        "issuer_line": "ĐẢNG ỦY PHƯỜNG",
        "kind": Notice.Kind.TB,
        "symbol": "-TB/ĐU",
        "subject": "Kết luận của Thường trực Đảng ủy",
    }
    if status not in EDITABLE:
        fields["number"] = Notice.objects.count() + 1
        fields["issued_on"] = ISSUED_ON
        fields["issued_at"], fields["issued_by"] = at(ISSUED_ON), clerk
    fields.update(
        not_secret_by=clerk, created_by=clerk, created_at=at(ISSUED_ON), specialist=clerk, **also
    )
    notice = Notice(office=office, status=status, **fields)
    notice.text = notice.text or f"{notice.subject}, bản {Notice.objects.count() + 1}"
    return _folded(notice)


def make_item(notice: Notice, words: str, *, label: str = "", **also: Any) -> Item:
    """An item: a paragraph added to the end of the notice's text ("3. …" when the label is "3.")."""
    position = notice.items.count()
    label = label or f"{position + 1}."
    paragraph = f"{label} {words}"
    notice.text = f"{notice.text}\n{paragraph}"
    notice.body_end = len(notice.text)
    _folded(notice)
    also.setdefault("kind", ItemKind.DIRECTIVE)
    also.setdefault("path", label.rstrip("."))
    start = len(notice.text) - len(paragraph)
    return Item.objects.create(
        notice=notice, position=position, label=label, start=start, end=len(notice.text), **also
    )


def make_task(
    notice: Notice | None = None,
    *,
    words: str = "Báo cáo kết quả rà soát đất công.",
    item: Item | None = None,
    due_on: Day | None = None,
    **also: Any,
) -> Task:
    """A task under an item of its own; a report in words is evidence enough unless said.

    The deadline as written is "trước ngày 10/3/2026" for a day, nothing without one.
    """
    item = item or make_item(notice or make_notice(), words)
    notice, due = item.notice, _day(due_on) if due_on else None
    position = item.tasks.count() + 1
    fields: dict[str, Any] = {
        "position": position,
        "reference": f"{notice.code}, mục {item.path}" + (f"/{position}" if position > 1 else ""),
        "nature": Nature.DATED if due else Nature.STANDING,
        "evidence": Evidence.TEXT,
        "due_on": due,
        "original_due_on": due,
        "deadline_words": f"trước ngày {due.day}/{due.month}/{due.year}" if due else "",
    }
    return Task.objects.create(
        item=item,
        notice=notice,
        office=notice.office,
        term=notice.term,
        words=words,
        **{**fields, **also},
    )


def make_assignment(
    task: Task | None = None,
    *,
    office: Office | None = None,
    body: Body | None = None,
    due_on: Day | None = None,
    status: Status = Status.IN_PROGRESS,
    role: AssignmentRole = AssignmentRole.LEAD,
    **also: Any,
) -> Assignment:
    """A task given to a body, being worked on unless said otherwise.

    Without `task` it gets one of its own, in a notice of its own, with the same deadline. The
    original deadline is `due_on` unless said. Submitted or completed work has its moment
    (`submitted_at`: the issue day at 16:00) and its people.
    """
    body = body or make_body()
    due = _day(due_on) if due_on else task.due_on if task else None
    task = task or make_task(make_notice(office), due_on=due)
    moments = also.pop("submitted_at", at(ISSUED_ON, "16:00"))
    if status in REPORTED:
        also.setdefault("submitted_by", make_user())
        also["submitted_at"] = moments
    if status == Status.COMPLETED:
        also.setdefault("completed_by", make_user())
        also.setdefault("completed_at", moments)
    also.setdefault("original_due_on", due)
    also.setdefault("sent_at", at(ISSUED_ON))
    also.setdefault("status_since", also["sent_at"])
    NoticeBody.objects.get_or_create(
        notice=task.notice, body=body, defaults={"reason": NoticeBody.Reason.ADDRESSEE}
    )
    return Assignment.objects.create(
        office=task.office,
        task=task,
        body=body,
        body_name=body.name,
        due_on=due,
        status=status,
        role=role,
        **also,
    )


def _folded(notice: Notice) -> Notice:
    notice.folded = fold(f"{notice.code} {notice.subject} {notice.text}")
    notice.save()
    return notice


def _day(day: Day) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
