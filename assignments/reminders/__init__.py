"""Reminders that are never lost and never repeated.

plan      writes one row for every reminder that a deadline calls for; repeated, it writes nothing
gather    puts what is owed into one message a person, channel and day
deliver   claims a message with a lease, sends it with no transaction open, records the attempt

The database is the truth: whoever dies in between, the next scan finds what is still owed. A
mail that may have left already leaves again under the same Message-ID: once too often rather
than never.
"""

from assignments.reminders.delivering import Outcome, Result, deliver
from assignments.reminders.gathering import gather, owed
from assignments.reminders.planning import plan

__all__ = ["Outcome", "Result", "deliver", "gather", "owed", "plan"]
