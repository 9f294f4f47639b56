"""Issuing a notice: the paper becomes work. Touches both rooms, so it lives up here."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate, make_aware

from assignments.models import OPEN, STRENGTH, Assignment, Message, Status
from bodies import ledger
from bodies.folding import natural
from bodies.models import Body, Membership, User
from directives import freezing, references
from directives.models import (
    Addressee,
    AssignmentRole,
    HalfTyped,
    ItemKind,
    Notice,
    NoticeBody,
    NoticeStatus,
    Task,
    Term,
)
from directives.references import place_of


class IssueRefused(Exception):
    """The notice cannot be issued as it stands. `problems` are sentences for the user."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def problems(notice: Notice) -> list[str]:
    """Return what keeps the notice from being signed: each a sentence naming the item.

    Every directive item has tasks or is set aside; every task has a lead; every addressee is
    matched to a body or a group that is not empty.
    """
    return [*_unreviewed(notice), *_tasks_without(notice)]


@transaction.atomic
def put_up(notice: Notice, *, at: datetime, by: User) -> None:
    """Trình ký: the draft is complete and waits for the signature. Raises IssueRefused."""
    current = locked(notice)
    if current.status != NoticeStatus.DRAFT:
        raise IssueRefused([f"Văn bản đang ở trạng thái “{current.get_status_display()}”."])
    if found := problems(current):
        raise IssueRefused(found)
    before = {"status": current.status}
    move(notice, current, NoticeStatus.AWAITING_SIGNATURE)
    ledger.record("put_up", notice, at=at, by=by, before=before, after={"status": notice.status})


@transaction.atomic
def issue(
    notice: Notice,
    *,
    number: int,
    issued_on: date,
    past: bool = False,
    at: datetime,
    by: User,
) -> list[Assignment]:
    """Write number and date, once; create the assignments; owe one message to each body.

    A notice signed on paper comes here straight from a draft. Returns what was assigned.
    `past`: a paper that was issued before there was a system. Its bodies have had it in hand
    since that day, so nothing waits to be received and no announcement is owed.
    Raises IssueRefused, and nothing is kept then: not complete, issued already, number taken.
    """
    current = locked(notice)
    if not current.editable:
        raise IssueRefused([f"Văn bản đã được ban hành với số {current.code}; không ban hành lại."])
    if found := problems(current):
        raise IssueRefused(found)
    before = {"status": current.status, "number": current.number, "issued_on": current.issued_on}
    current.number, current.issued_on = number, issued_on
    current.term = _term(current.issuer, issued_on)
    current.issued_at, current.issued_by = at, by
    try:
        with transaction.atomic():
            move(notice, current, NoticeStatus.ISSUED)
            made = _assign(_tasks(notice), past_day=issued_on if past else None, at=at)
    except IntegrityError as taken:
        raise IssueRefused(
            [
                f"Số {number:02d}{current.symbol} đã được dùng trong nhiệm kỳ này. Hãy kiểm tra lại số."
            ]
        ) from taken
    _name_bodies(notice, made)
    if not past:
        _owe_messages(notice, made, at=at)
    HalfTyped.objects.filter(item__notice=notice).delete()
    freezing.keep_words(notice, at=at)
    after = {"status": notice.status, "number": number, "issued_on": issued_on}
    given = {str(row.key): [str(row.task), row.body_name, row.role, row.due_on] for row in made}
    ledger.record("issue", notice, at=at, by=by, before=before, after={**after, "given": given})
    return made


@transaction.atomic
def close(notice: Notice, *, at: datetime, by: User) -> None:
    """Kết thúc theo dõi: nothing dated is open any more; standing tasks go on until the term ends.

    Raises IssueRefused, naming how many are still open.
    """
    current = locked(notice)
    if current.status != NoticeStatus.ISSUED:
        raise IssueRefused([f"Văn bản đang ở trạng thái “{current.get_status_display()}”."])
    dated = Assignment.objects.counted().filter(task__notice=notice, due_on__isnull=False)
    if still_open := dated.filter(status__in=OPEN).count():
        raise IssueRefused(
            [
                f"Còn {still_open} nhiệm vụ có thời hạn chưa hoàn thành nên chưa kết thúc theo dõi được."
            ]
        )
    before = {"status": current.status}
    move(notice, current, NoticeStatus.CLOSED)
    ledger.record("close", notice, at=at, by=by, before=before, after={"status": notice.status})


def expand(addressees: list[Addressee]) -> list[tuple[Body, AssignmentRole]]:
    """Return the bodies behind the printed names, each once, in printed order, strongest role."""
    roles: dict[int, tuple[Body, AssignmentRole]] = {}
    for addressee in addressees:
        role = AssignmentRole(addressee.role)
        for body in _behind(addressee):
            known = roles.get(body.pk)
            if known is None or STRENGTH.index(role) < STRENGTH.index(known[1]):
                roles[body.pk] = (body, role)
    return list(roles.values())


def locked(notice: Notice) -> Notice:
    """The notice as it stands, held until the transaction ends; before any of its assignments."""
    return Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)


def move(notice: Notice, current: Notice, status: NoticeStatus) -> None:
    """Save the locked row in its new state, and let the caller's row say the same."""
    current.status = status
    current.version += 1
    current.save()
    for field in current._meta.concrete_fields:
        setattr(notice, field.attname, getattr(current, field.attname))


def _unreviewed(notice: Notice) -> Iterator[str]:
    waiting = notice.items.filter(kind=ItemKind.DIRECTIVE, tasks=None, set_aside_at=None)
    for item in waiting:
        yield f"{place_of(item).capitalize()}: chưa có nhiệm vụ và chưa đánh dấu “không phát sinh nhiệm vụ”."


def _tasks_without(notice: Notice) -> Iterator[str]:
    if not notice.tasks.exists():
        yield "Văn bản chưa có nhiệm vụ nào được xác nhận."
    for task in _tasks(notice):
        addressees = list(task.addressees.all())
        if not any(a.role == AssignmentRole.LEAD for a in addressees):
            yield f"{place_of(task.item).capitalize()}: nhiệm vụ chưa có đơn vị chủ trì."
        for addressee in addressees:
            if not _behind(addressee):
                yield f"{place_of(task.item).capitalize()}: “{addressee.words}” chưa khớp với đơn vị nào."


def _behind(addressee: Addressee) -> list[Body]:
    if addressee.group:
        return sorted(addressee.group.members.all(), key=lambda body: natural(body.name))
    return [addressee.body] if addressee.body else []


def _tasks(notice: Notice) -> list[Task]:
    rows = notice.tasks.select_related("item__parent", "notice__term", "office").prefetch_related(
        "addressees__body", "addressees__group__members"
    )
    return list(rows.order_by("item__position", "position"))


def _term(issuer: Body | None, day: date) -> Term | None:
    return Term.objects.filter(body=issuer, starts_on__lte=day, ends_on__gte=day).first()


def _assign(tasks: list[Task], *, past_day: date | None, at: datetime) -> list[Assignment]:
    """Freeze the tasks and give each to the bodies behind its addressees, now or on the past day.

    A task keeps the code an old register gave it.
    """
    given = [(task, expand(list(task.addressees.all()))) for task in tasks]
    bodies = {body.pk for _, named in given for body, _ in named}
    held = Membership.objects.held(on=localdate(at)).filter(body__in=bodies)
    with_account = set() if past_day else set(held.values_list("body", flat=True))
    sent_at = make_aware(datetime.combine(past_day, time.min)) if past_day else at
    for task, reference in references.numbered(tasks):
        task.term = task.notice.term
        task.reference = task.reference or reference
        task.original_due_on = task.due_on
        task.save()
    return Assignment.objects.bulk_create(
        Assignment(
            office=task.office,
            task=task,
            body=body,
            body_name=body.name,
            role=role,
            position=position,
            # A body without an account has received its task when the notice is issued.
            status=Status.SENT if body.pk in with_account else Status.IN_PROGRESS,
            original_due_on=task.due_on,
            due_on=task.due_on,
            due_time=task.due_time,
            sent_at=sent_at,
            status_since=at,
        )
        for task, named in given
        for position, (body, role) in enumerate(named, start=1)
    )


def _name_bodies(notice: Notice, made: list[Assignment]) -> None:
    alone = set(
        Addressee.objects.filter(task__notice=notice, body__isnull=False).values_list(
            "body", flat=True
        )
    )
    reason = NoticeBody.Reason
    NoticeBody.objects.bulk_create(
        NoticeBody(
            notice=notice, body_id=pk, reason=reason.ADDRESSEE if pk in alone else reason.MEMBER
        )
        for pk in dict.fromkeys(row.body_id for row in made)
    )


def _owe_messages(notice: Notice, made: list[Assignment], *, at: datetime) -> None:
    Message.objects.bulk_create(
        Message(kind=Message.Kind.ISSUED, notice=notice, body_id=pk, day=localdate(at), made_at=at)
        for pk in dict.fromkeys(row.body_id for row in made)
    )
