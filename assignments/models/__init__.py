"""What became of it: assignments, what bodies reported, and what was sent to remind them."""

from assignments.models.assignments import OPEN, RUNNING, STRENGTH, Assignment, Status, Timeliness
from assignments.models.reminders import Channel, Delivery, Heartbeat, Message, Reminder, Rule
from assignments.models.reports import Cause, ExtensionRequest, Remark, Report

__all__ = [
    "OPEN",
    "RUNNING",
    "STRENGTH",
    "Assignment",
    "Cause",
    "Channel",
    "Delivery",
    "ExtensionRequest",
    "Heartbeat",
    "Message",
    "Remark",
    "Reminder",
    "Report",
    "Rule",
    "Status",
    "Timeliness",
]
