"""The request behind every page but sign-in: a person, what they may be today, what they asked for."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from bodies.models import User
from bodies.permissions import Standing


class AuthedRequest(HttpRequest):
    """For annotations: the middleware has put both in place."""

    user: User
    standing: Standing


def taken(
    request: AuthedRequest, step: Callable[[], object], *, refused: type[Exception], said: str
) -> bool:
    """Take the step and tell on the next page that it was, or why not; return whether it was."""
    try:
        step()
    except refused as refusal:
        messages.warning(request, str(refusal))
        return False
    messages.success(request, said)
    return True
