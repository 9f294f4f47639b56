"""The request behind every page but sign-in: a person, and what they may be today."""

from django.http import HttpRequest

from bodies.models import User
from bodies.permissions import Standing


class AuthedRequest(HttpRequest):
    """For annotations: the middleware has put both in place."""

    user: User
    standing: Standing
