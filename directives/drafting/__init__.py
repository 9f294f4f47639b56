"""A notice while it is drafted: from a reading to confirmed tasks.

The reader only proposes. Nothing becomes a task without the clerk's yes, and each yes is one
transaction with its line of history. Once issued, these verbs refuse.

starting    a reading becomes a draft
revising    the paper as a whole: its head, the remarks on it, the end of it
confirming  the decision on an item
merging     two items that are one task
holding     what all of them share
"""

from directives.drafting.confirming import Named, TaskDraft, confirm, set_aside
from directives.drafting.holding import DraftRefused, lock_draft
from directives.drafting.merging import merge, part
from directives.drafting.revising import discard, revise, see_remark, tell_apart
from directives.drafting.starting import AlreadyEntered, Source, start

__all__ = [
    "AlreadyEntered",
    "DraftRefused",
    "Named",
    "Source",
    "TaskDraft",
    "confirm",
    "discard",
    "lock_draft",
    "merge",
    "part",
    "revise",
    "see_remark",
    "set_aside",
    "start",
    "tell_apart",
]
