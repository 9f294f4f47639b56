"""Who may enter and change papers."""

from django.core.exceptions import PermissionDenied

from bodies.models import Office, Role
from bodies.permissions import Standing
from directives.models import Notice


class AlreadyIssued(PermissionDenied):
    """The paper was the person's to edit while it was a draft."""

    def __init__(self) -> None:
        super().__init__("Văn bản đã ban hành nên không sửa được nội dung.")


def enters_for(standing: Standing) -> list[Office]:
    """The offices for which the person enters notices."""
    return standing.offices(Role.CLERK)


def may_edit(standing: Standing, notice: Notice) -> bool:
    """Drafts are the clerk's; the chief corrects them while reviewing."""
    return notice.editable and _edits_for(standing, notice.office)


def refuse_edit(standing: Standing, notice: Notice) -> None:
    """Raises PermissionDenied to whom may not edit the paper; AlreadyIssued where only the time has passed."""
    if not _edits_for(standing, notice.office):
        raise PermissionDenied
    if not notice.editable:
        raise AlreadyIssued


def _edits_for(standing: Standing, office: Office) -> bool:
    return standing.is_at(office, Role.CLERK, Role.CHIEF)
