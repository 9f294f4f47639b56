"""Is everything alive? For a machine that asks every minute, and for whoever is called then."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assignments.models import Heartbeat

OK = "ok"
PATIENCE = 2  # seconds for the broker's answer


@login_not_required
@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 (Django's signature)
    """200 when web, database, broker, worker and beat are alive; 503 naming what is not."""
    found = {"web": OK, **_hearts(now=timezone.now())}
    return JsonResponse(
        {name: found[name] for name in ("web", "database", "broker", "worker", "beat")},
        status=200 if set(found.values()) == {OK} else 503,
        json_dumps_params={"ensure_ascii": False},
    )


def _hearts(*, now: datetime) -> dict[str, str]:
    try:
        at = dict(Heartbeat.objects.values_list("name", "at"))
    except Error:
        unknown = "không rõ: cơ sở dữ liệu không trả lời"
        return {
            "database": "không trả lời",
            "broker": _broker() or unknown,
            "worker": unknown,
            "beat": unknown,
        }
    worker, beat = (_alive(at.get(name), now=now) for name in ("worker", "beat"))
    # Only while both ends live does a round trip that is missing speak against the broker.
    trip = _alive(at.get("broker"), now=now) if worker == beat == OK else OK
    return {"database": OK, "broker": _broker() or trip, "worker": worker, "beat": beat}


def _alive(at: datetime | None, *, now: datetime) -> str:
    """Whether a sign of life is fresh: three scans, 30 seconds at the least."""
    if at is None:
        return "chưa có tín hiệu"
    if now - at <= timedelta(seconds=max(30, 3 * settings.SCAN_SECONDS)):
        return OK
    return f"không có tín hiệu từ {timezone.localtime(at).isoformat(timespec='seconds')}"


def _broker() -> str:
    """Why the broker cannot be reached; empty when it can."""
    if not settings.REDIS_URL:
        folder = Path(settings.BROKER_FOLDER, "queue")
        return "" if os.access(folder, os.W_OK | os.X_OK) else "không ghi được vào thư mục hàng đợi"
    try:
        with redis.Redis.from_url(
            settings.REDIS_URL, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE
        ) as client:
            client.ping()
    except redis.RedisError:
        return "không trả lời"
    return ""
