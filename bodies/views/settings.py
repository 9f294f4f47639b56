"""Cài đặt: how an office works, as its administrator sets it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bodies import accounts
from bodies.forms.settings import LettersForm, SettingsForm
from bodies.letter_words import PLACES
from bodies.models import Office
from bodies.permissions import administers
from bodies.requests import AuthedRequest


@require_http_methods(["GET", "POST"])
def settings(request: AuthedRequest) -> HttpResponse:
    """The settings of one office: the one named by `vp` where the person administers several."""
    offices = administers(request.standing)
    if not offices:
        raise PermissionDenied
    office = _chosen(request, offices)
    form = SettingsForm(request.POST if request.method == "POST" else None, office=office)
    if form.is_valid():
        changed = accounts.revise_office(
            office, form.cleaned_data, at=timezone.now(), by=request.user
        )
        messages.success(
            request,
            "Đã lưu cài đặt." if changed else "Không có gì thay đổi so với cài đặt đang dùng.",
        )
        return redirect(f"{reverse('settings')}?vp={office.pk}")
    context = {"form": form, "office": office, "offices": offices}
    status = 422 if form.is_bound else 200
    return render(request, "bodies/settings.html", context, status=status)


@require_http_methods(["GET", "POST"])
def letters(request: AuthedRequest) -> HttpResponse:
    """Who signs the office's documents, and the wording of its letters."""
    offices = administers(request.standing)
    if not offices:
        raise PermissionDenied
    office = _chosen(request, offices)
    form = LettersForm(request.POST if request.method == "POST" else None, office=office)
    if form.is_valid():
        changed = accounts.revise_office(
            office, form.cleaned_data, at=timezone.now(), by=request.user
        )
        messages.success(
            request,
            "Đã lưu cài đặt." if changed else "Không có gì thay đổi so với cài đặt đang dùng.",
        )
        return redirect(f"{reverse('letter-settings')}?vp={office.pk}")
    context = {"form": form, "office": office, "offices": offices, "places": PLACES}
    status = 422 if form.is_bound else 200
    return render(request, "bodies/letters.html", context, status=status)


def _chosen(request: AuthedRequest, offices: list[Office]) -> Office:
    asked = request.GET.get("vp", str(offices[0].pk))
    for office in offices:
        if str(office.pk) == asked:
            return office
    raise Http404
