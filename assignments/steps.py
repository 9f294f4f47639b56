"""The steps an assignment may take: data, so that pages show only what is allowed."""

from collections.abc import Mapping
from dataclasses import dataclass

from assignments.models import OPEN, RUNNING, Status


@dataclass(frozen=True, slots=True)
class Step:
    """From where a verb may start, and where it ends; None: where it stood before it stood aside."""

    starts: frozenset[Status]
    ends: Status | None


ASIDE = frozenset({Status.PAUSED, Status.REFERRED})

STEPS: Mapping[str, Step] = {
    "receive": Step(frozenset({Status.SENT}), Status.IN_PROGRESS),
    "submit": Step(frozenset({Status.IN_PROGRESS, Status.RETURNED}), Status.SUBMITTED),
    "accept": Step(frozenset({Status.SUBMITTED}), Status.COMPLETED),
    "send_back": Step(frozenset({Status.SUBMITTED}), Status.RETURNED),
    "withdraw_submission": Step(frozenset({Status.SUBMITTED}), Status.IN_PROGRESS),
    "decline": Step(frozenset({Status.SENT, Status.IN_PROGRESS}), Status.BOUNCED),
    "hand_back": Step(frozenset({Status.BOUNCED}), Status.SENT),
    "reassign": Step(frozenset(RUNNING), Status.CANCELLED),
    "pause": Step(frozenset(OPEN) - ASIDE, Status.PAUSED),
    "refer": Step(frozenset(OPEN) - ASIDE, Status.REFERRED),
    "resume": Step(ASIDE, None),
    "cancel": Step(frozenset(OPEN), Status.CANCELLED),
    "reopen": Step(frozenset({Status.COMPLETED, Status.CANCELLED}), Status.IN_PROGRESS),
}
