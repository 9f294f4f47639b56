"""Cài đặt: how an office works, as its administrator sets it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bodies import accounts
from bodies.forms.settings import LettersForm, PracticeForm, SettingsForm
from bodies.forms.spoken import SpokenForm
from bodies.letter_words import PLACES
from bodies.models import Office
from bodies.permissions import administers
from bodies.requests import AuthedRequest


@require_http_methods(["GET", "POST"])
def settings(request: AuthedRequest) -> HttpResponse:
    """The settings of one office: the one named by `vp` where the person administers several."""
    return _page(request, SettingsForm, name="settings", template="bodies/settings.html")


@require_http_methods(["GET", "POST"])
def letters(request: AuthedRequest) -> HttpResponse:
    """Who signs the office's documents, and the wording of its letters."""
    also = {"places": PLACES}
    return _page(
        request, LettersForm, name="letter-settings", template="bodies/letters.html", also=also
    )


@require_http_methods(["GET", "POST"])
def practice(request: AuthedRequest) -> HttpResponse:
    """How the office prints where no rule says."""
    return _page(request, PracticeForm, name="practice-settings", template="bodies/practice.html")


def _page(
    request: AuthedRequest,
    form_of: Callable[..., SpokenForm],
    *,
    name: str,
    template: str,
    also: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """A form over an office; only its administrators enter. `name` is the page's own address."""
    offices = administers(request.standing)
    if not offices:
        raise PermissionDenied
    office = _chosen(request, offices)
    form = form_of(request.POST if request.method == "POST" else None, office=office)
    if form.is_valid():
        values, now = form.cleaned_data, timezone.now()
        changed = accounts.revise_office(office, values, at=now, by=request.user)
        said = "Đã lưu cài đặt." if changed else "Không có gì thay đổi so với cài đặt đang dùng."
        messages.success(request, said)
        return redirect(f"{reverse(name)}?vp={office.pk}")
    context = {"form": form, "office": office, "offices": offices, **(also or {})}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _chosen(request: AuthedRequest, offices: list[Office]) -> Office:
    asked = request.GET.get("vp", str(offices[0].pk))
    for office in offices:
        if str(office.pk) == asked:
            return office
    raise Http404
