"""The petitions of an assignment's task, on its page."""

from django import template

from assignments.models import Assignment
from directives.models import Petition

register = template.Library()


@register.inclusion_tag("assignments/_petitions.html")
def petitions(row: Assignment) -> dict[str, object]:
    """The lines of the task, how many are answered; nothing when there are none."""
    lines = list(Petition.objects.filter(task=row.task_id).select_related("answered_by"))
    return {"row": row, "lines": lines, "answered": sum(line.done_at is not None for line in lines)}
