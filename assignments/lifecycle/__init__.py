"""What may happen to an assignment. The only package that writes its status and dates.

Each verb checks that the step is allowed, saves it and writes one line of history,
together or not at all. Who may take the step is asked at the door (permissions.py).

working      the body's steps, and the office's answer to its report
deciding     what the office decides besides: aside, back, off, open again
reassigning  the task becomes another body's
entering     what an old register tells, when an office moves in
taking       what all of them share
"""

from assignments.lifecycle.deciding import (
    cancel,
    cancel_all,
    hand_back,
    pause,
    refer,
    reopen,
    resume,
)
from assignments.lifecycle.entering import OldResult, complete_from_register
from assignments.lifecycle.reassigning import reassign
from assignments.lifecycle.taking import StepRefused
from assignments.lifecycle.working import (
    Letter,
    ReportDraft,
    Upload,
    accept,
    decline,
    receive,
    report,
    send_back,
    withdraw_submission,
)

__all__ = [
    "Letter",
    "OldResult",
    "ReportDraft",
    "StepRefused",
    "Upload",
    "accept",
    "cancel",
    "cancel_all",
    "complete_from_register",
    "decline",
    "hand_back",
    "pause",
    "reassign",
    "receive",
    "refer",
    "reopen",
    "report",
    "resume",
    "send_back",
    "withdraw_submission",
]
