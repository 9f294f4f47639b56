"""Who: offices, bodies, the people who act for them, their calendar, and the event chain."""

from bodies.models.base import Keyed
from bodies.models.bodies import Body, BodyAlias, BodyGroup, Field
from bodies.models.calendar import DayOff, WorkingDay
from bodies.models.events import ChainHead, Event
from bodies.models.offices import Office
from bodies.models.people import Membership, Role, Substitution, User

__all__ = [
    "Body",
    "BodyAlias",
    "BodyGroup",
    "ChainHead",
    "DayOff",
    "Event",
    "Field",
    "Keyed",
    "Membership",
    "Office",
    "Role",
    "Substitution",
    "User",
    "WorkingDay",
]
