"""Who may do what. Rows a person may not see are 404 at the door; steps not allowed are 403.

Each word answers for one person (their Standing today) and one row; a page shows a verb only
when its word says yes, and the view asks the same word again.
"""

from collections.abc import Callable, Mapping

from assignments.models import OPEN, Assignment
from assignments.steps import STEPS
from bodies.models import Body, Office, Role
from bodies.permissions import ACCEPTERS, ISSUERS, Standing
from directives.models import Document, Notice, NoticeStatus

STANDING_LEVEL = 3  # the letter that criticises: the Standing Committee's own


def _for_body(standing: Standing, assignment: Assignment) -> bool:
    """The body's own people, or the office's clerk typing for it ("nhập thay")."""
    own = any(b.pk == assignment.body_id for b in standing.bodies(Role.OFFICER, Role.HEAD))
    return own or types_for_body(standing, assignment)


def types_for_body(standing: Standing, assignment: Assignment) -> bool:
    return standing.is_at(assignment.office, Role.CLERK)


def may_report(standing: Standing, assignment: Assignment) -> bool:
    """Progress and explanations: while the work is open."""
    return assignment.status in OPEN and _for_body(standing, assignment)


def _judges(standing: Standing, assignment: Assignment) -> bool:
    """Accepts or sends back: never what one submitted oneself."""
    return (
        standing.is_at(assignment.office, *ACCEPTERS)
        and assignment.submitted_by_id != standing.user.pk
    )


def _submitted_it(standing: Standing, assignment: Assignment) -> bool:
    return assignment.submitted_by_id == standing.user.pk


WHO: Mapping[str, Callable[[Standing, Assignment], bool]] = {
    "receive": _for_body,
    "submit": _for_body,
    "accept": _judges,
    "send_back": _judges,
    "withdraw_submission": _submitted_it,
}


def may(verb: str, standing: Standing, assignment: Assignment) -> bool:
    """Whether the person may take the step now: the right person, from the right state."""
    return assignment.status in STEPS[verb].starts and WHO[verb](standing, assignment)


def may_issue(standing: Standing, notice: Notice) -> bool:
    roles = (*ISSUERS, Role.CLERK) if notice.office.clerk_may_issue else ISSUERS
    return notice.editable and standing.is_at(notice.office, *roles)


def may_close(standing: Standing, notice: Notice) -> bool:
    return notice.status == NoticeStatus.ISSUED and standing.is_at(notice.office, Role.CHIEF)


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
