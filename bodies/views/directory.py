"""The directory of bodies as the office keeps it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from bodies import registry
from bodies.forms.directory import BodyForm, GroupForm
from bodies.models import Body, BodyAlias, BodyGroup, Office
from bodies.permissions import keeps_directory
from bodies.registry import counted
from bodies.requests import AuthedRequest


@require_http_methods(["GET", "POST"])
def add_body(request: AuthedRequest) -> HttpResponse:
    office = _office(request)
    form = BodyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        now = timezone.now()
        with transaction.atomic():
            body = registry.add_body(
                form.cleaned_data["name"], office=office, at=now, by=request.user
            )
            values = {n: form.cleaned_data[n] for n in BodyForm.Meta.fields}
            values["parent"] = values["parent"] or office.committee
            registry.revise_body(body, values, at=now, by=request.user)
        messages.success(request, f"Đã thêm {body} vào danh mục đơn vị.")
        return redirect("body", body.pk)
    return render(
        request, "bodies/body_form.html", {"form": form, "body": None}, status=_status(form)
    )


@require_http_methods(["GET", "POST"])
def revise_body(request: AuthedRequest, pk: int) -> HttpResponse:
    office = _office(request)
    body = get_object_or_404(Body, pk=pk)
    form = BodyForm(request.POST if request.method == "POST" else None, instance=body)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in BodyForm.Meta.fields}
        try:
            registry.revise_body(body, values, at=timezone.now(), by=request.user)
        except registry.RegistryRefused as refusal:
            form.add_error("parent", str(refusal))
        else:
            return redirect("body", pk)
    aliases = BodyAlias.objects.filter(office=office, body=pk).order_by("name")
    context = {"form": form, "body": Body.objects.get(pk=pk), "aliases": aliases}
    return render(request, "bodies/body_form.html", context, status=_status(form))


@require_POST
def forget_alias(request: AuthedRequest, pk: int, alias_pk: int) -> HttpResponse:
    own = BodyAlias.objects.filter(office=_office(request), body=pk)
    alias = get_object_or_404(own.select_related("body"), pk=alias_pk)
    registry.forget_alias(alias, at=timezone.now(), by=request.user)
    messages.success(request, f"Từ nay “{alias.name}” không còn được hiểu là {alias.body}.")
    return redirect("revise-body", pk)


@require_http_methods(["GET"])
def groups(request: AuthedRequest) -> HttpResponse:
    office = _office(request)
    found = BodyGroup.objects.filter(office=office).prefetch_related("members")
    return render(request, "bodies/groups.html", {"groups": found})


@require_http_methods(["GET", "POST"])
def group(request: AuthedRequest, pk: int | None = None) -> HttpResponse:
    office, now = _office(request), timezone.now()
    found = get_object_or_404(BodyGroup, pk=pk, office=office) if pk else None
    data = request.POST if request.method == "POST" else None
    name = request.GET.get("ten", "")[:200]
    form = GroupForm(data, office=office, on=timezone.localdate(now), group=found, name=name)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            with transaction.atomic():
                new = [
                    registry.add_body(name, office=office, at=now, by=request.user)
                    for name in typed["unknown"]
                ]
                registry.save_group(
                    typed["name"],
                    [*typed["known"], *new],
                    office=office,
                    group=found,
                    at=now,
                    by=request.user,
                )
        except registry.RegistryRefused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, f"Đã lưu nhóm {typed['name']}.")
            _ask_about_number(request, typed["name"], len(typed["known"]) + len(new))
            return redirect(_back(request) or "groups")
    context = {"form": form, "group": found}
    return render(request, "bodies/group_form.html", context, status=_status(form))


def _ask_about_number(request: AuthedRequest, name: str, members: int) -> None:
    """A group called "43 Tổ dân phố" with 25 members: all are given the task, or 18 are forgotten."""
    said = name.split(maxsplit=1)[0]
    if counted(name) and int(said) != members:
        messages.warning(
            request,
            f"Tên nhóm ghi {said} nhưng nhóm có {members} đơn vị. Hãy xem lại danh sách thành viên "
            "trước khi ban hành.",
        )


def _back(request: AuthedRequest) -> str:
    """The page of this house that asked for the group (?ve=…); "" when none did."""
    asked = request.GET.get("ve", "")
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else ""


def _office(request: AuthedRequest) -> Office:
    """The office whose directory the person keeps; 403 for everybody else."""
    offices = keeps_directory(request.standing)
    if not offices:
        raise PermissionDenied
    return offices[0]


def _status(form: BodyForm | GroupForm) -> int:
    return 422 if form.is_bound else 200
