"""The steps an assignment may take: data, so that pages show only what is allowed."""

from collections.abc import Mapping
from dataclasses import dataclass

from assignments.models import Status


@dataclass(frozen=True, slots=True)
class Step:
    """From where a verb may start, and where it ends."""

    starts: frozenset[Status]
    ends: Status


STEPS: Mapping[str, Step] = {
    "receive": Step(frozenset({Status.SENT}), Status.IN_PROGRESS),
    "submit": Step(frozenset({Status.IN_PROGRESS, Status.RETURNED}), Status.SUBMITTED),
    "accept": Step(frozenset({Status.SUBMITTED}), Status.COMPLETED),
    "send_back": Step(frozenset({Status.SUBMITTED}), Status.RETURNED),
    "withdraw_submission": Step(frozenset({Status.SUBMITTED}), Status.IN_PROGRESS),
}
