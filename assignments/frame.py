"""What the frame round every page shows: the office, the rooms this person may open, the state of the system."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from assignments.models import Heartbeat
from bodies.models import Role
from bodies.permissions import Standing


@dataclass(frozen=True, slots=True)
class Door:
    """One entry of the navigation: address, words, its icon's name, and whether this page is behind it."""

    url: str
    words: str
    icon: str
    here: bool


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the context of templates/base.html; next to nothing for a stranger."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"doors": []}
    standing: Standing = request.standing  # type: ignore[attr-defined]
    offices = standing.reads()
    return {
        "doors": _doors(request.path, standing),
        "frame_name": _name(standing),
        "silent_since": _silent_since() if offices else None,
        "is_clerk": standing.has(Role.CLERK),
    }


def _name(standing: Standing) -> str:
    """Whose desk this is: the office, else the bodies; empty for who acts for nobody."""
    offices = standing.reads() or standing.offices(Role.ADMIN)
    return str(offices[0]) if offices else ", ".join(map(str, standing.bodies()))


def _doors(path: str, standing: Standing) -> list[Door]:
    office = bool(standing.reads())
    leads = standing.has(Role.LEADER)
    rooms = [
        (True, "desk", "Bàn làm việc", "desk"),
        (office, "notices", "Thông báo", "paper"),
        (office or bool(standing.bodies()), "assignments", "Nhiệm vụ", "list"),
        (office, "dashboard", "Tổng quan", "chart"),
        (office, "documents", "Báo cáo", "report"),
        (office, "reminders", "Nhắc việc", "bell"),
        (office, "bodies", "Đơn vị", "tree"),
        (standing.has(Role.ADMIN), "settings", "Cài đặt", "dials"),
    ]
    if leads:  # the leader's desk is the overview
        rooms = [room for room in rooms if room[1] != "desk"]
    return [
        Door(url, words, icon, here=path == url or (url != "/" and path.startswith(url)))
        for allowed, name, words, icon in rooms
        if allowed
        for url in [reverse(name)]
    ]


def _silent_since() -> datetime | None:
    """Since when reminders have not run: the banner every office page shows; None when they do."""
    beat = Heartbeat.objects.filter(pk="beat").first()
    patience = timedelta(seconds=max(300, 5 * settings.SCAN_SECONDS))
    return beat.at if beat and timezone.now() - beat.at > patience else None
