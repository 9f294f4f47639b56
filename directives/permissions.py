"""Who may enter and change papers."""

from bodies.models import Office, Role
from bodies.permissions import Standing
from directives.models import Notice


def enters_for(standing: Standing) -> list[Office]:
    """The offices for which the person enters notices."""
    return standing.offices(Role.CLERK)


def may_edit(standing: Standing, notice: Notice) -> bool:
    """Drafts are the clerk's; the chief corrects them while reviewing."""
    return notice.editable and standing.is_at(notice.office, Role.CLERK, Role.CHIEF)
