"""What clerks type about a paper, checked and turned into the words of drafting."""

from directives.forms.gathering import as_typed, gathered, joined, without
from directives.forms.header import HeaderForm, IssueForm
from directives.forms.intake import IntakeForm
from directives.forms.tasks import BaseTaskFormSet, TaskFormSet, initial_tasks

__all__ = [
    "BaseTaskFormSet",
    "HeaderForm",
    "IntakeForm",
    "IssueForm",
    "TaskFormSet",
    "as_typed",
    "gathered",
    "initial_tasks",
    "joined",
    "without",
]
