"""Who may do what. Rows a person may not see are 404 at the door; steps not allowed are 403.

Each word answers for one person (their Standing today) and one row; a page shows a verb only
when its word says yes, and the view asks the same word again.
"""

from collections.abc import Callable, Mapping

from assignments.models import OPEN, Assignment, Status
from assignments.steps import STEPS
from bodies.models import Body, Office, Role
from bodies.permissions import ACCEPTERS, ISSUERS, Standing
from directives.models import AssignmentRole, Document, Notice, NoticeStatus, Petition

STANDING_LEVEL = 3  # the letter that criticises: the Standing Committee's own
DECIDERS = (Role.CHIEF, Role.LEADER)


def _of_body(standing: Standing, assignment: Assignment) -> bool:
    return any(b.pk == assignment.body_id for b in standing.bodies(Role.OFFICER, Role.HEAD))


def _for_body(standing: Standing, assignment: Assignment) -> bool:
    """The body's own people, or the office's clerk typing for it ("nhập thay")."""
    return _of_body(standing, assignment) or types_for_body(standing, assignment)


def types_for_body(standing: Standing, assignment: Assignment) -> bool:
    return standing.is_at(assignment.office, Role.CLERK)


def may_report(standing: Standing, assignment: Assignment) -> bool:
    """Progress and explanations: while the work is open."""
    return assignment.status in OPEN and _for_body(standing, assignment)


def may_answer(standing: Standing, assignment: Assignment, petition: Petition) -> bool:
    """The clerk, or the people of the body that is to answer, through their own assignment.

    A line that names nobody, or somebody without a part in the task (any more: the task went to
    another body, or was cancelled), is the leads' to answer.
    """
    if not may_report(standing, assignment) or petition.task_id != assignment.task_id:
        return False
    named = petition.answered_by_id
    if types_for_body(standing, assignment) or named == assignment.body_id:
        return True
    parts = Assignment.objects.filter(task=assignment.task_id, body=named)
    given = parts.exclude(status=Status.CANCELLED)
    return assignment.role == AssignmentRole.LEAD and not (named and given.exists())


def _judges(standing: Standing, assignment: Assignment) -> bool:
    """Accepts or sends back: never what one submitted oneself."""
    return (
        standing.is_at(assignment.office, *ACCEPTERS)
        and assignment.submitted_by_id != standing.user.pk
    )


def _submitted_it(standing: Standing, assignment: Assignment) -> bool:
    return assignment.submitted_by_id == standing.user.pk


def needs_letter(standing: Standing, assignment: Assignment) -> bool:
    """An officer declines with the number and date of the signed letter; a head in their own name."""
    return not any(b.pk == assignment.body_id for b in standing.bodies(Role.HEAD))


def _decides(standing: Standing, assignment: Assignment) -> bool:
    return standing.is_at(assignment.office, *DECIDERS)


WHO: Mapping[str, Callable[[Standing, Assignment], bool]] = {
    "receive": _for_body,
    "submit": _for_body,
    "accept": _judges,
    "send_back": _judges,
    "withdraw_submission": _submitted_it,
    "decline": _of_body,
    "hand_back": _decides,
    "reassign": _decides,
    "pause": _decides,
    "refer": _decides,
    "resume": _decides,
    "cancel": _decides,
    "reopen": _decides,
}


def may(verb: str, standing: Standing, assignment: Assignment) -> bool:
    """Whether the person may take the step now: the right person, from the right state.

    Work is opened again only while its notice is followed.
    """
    if verb == "reopen" and assignment.task.notice.status != NoticeStatus.ISSUED:
        return False
    return assignment.status in STEPS[verb].starts and WHO[verb](standing, assignment)


def may_issue(standing: Standing, notice: Notice) -> bool:
    roles = (*ISSUERS, Role.CLERK) if notice.office.clerk_may_issue else ISSUERS
    return notice.editable and standing.is_at(notice.office, *roles)


def imports_for(standing: Standing) -> list[Office]:
    """The offices whose old register the person may bring in: who may enter papers and issue them."""
    clerks = [office for office in standing.offices(Role.CLERK) if office.clerk_may_issue]
    return list(dict.fromkeys([*standing.offices(Role.CHIEF), *clerks]))


def may_close(standing: Standing, notice: Notice) -> bool:
    return notice.status == NoticeStatus.ISSUED and standing.is_at(notice.office, Role.CHIEF)


def may_withdraw(standing: Standing, notice: Notice) -> bool:
    """Withdraw it or say what replaces it: while it holds, followed or closed."""
    in_force = notice.status in (NoticeStatus.ISSUED, NoticeStatus.CLOSED)
    return in_force and standing.is_at(notice.office, *DECIDERS)


def may_draft(standing: Standing, office: Office) -> bool:
    """Letters, reports and sheets: the office's own staff; an inspector and a leader read them."""
    return standing.is_at(office, Role.CLERK, *ISSUERS)


def may_issue_document(standing: Standing, document: Document) -> bool:
    """As for a notice; what the Standing Committee signs is numbered by registrar or chief only."""
    clerk = document.office.clerk_may_issue and document.level != STANDING_LEVEL
    roles = (*ISSUERS, Role.CLERK) if clerk else ISSUERS
    return standing.is_at(document.office, *roles)


def may_see_body(standing: Standing, body: Body) -> bool:
    """All that a body owes: its own people, those above it, and the offices that follow it."""
    return bool(standing.reads()) or body.pk in standing.body_ids()
