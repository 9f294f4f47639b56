"""Người dùng: who may sign in, and what they are; kept by the administrator of their office."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bodies import accounts
from bodies.accounts import AccountRefused
from bodies.folding import fold
from bodies.forms.people import NewPersonForm, PersonForm, RoleForm
from bodies.models import Membership, User
from bodies.permissions import Realm, administers, lasting
from bodies.requests import AuthedRequest, taken

A_PAGE = 50


@require_safe
def people(request: AuthedRequest) -> HttpResponse:
    realm, asked = _realm(request), " ".join(request.GET.get("q", "").split())
    found = [user for user in realm.people() if fold(asked) in _spoken(user)]
    found.sort(key=lambda user: (fold(user.full_name), user.pk))  # Đ beside D on any database
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    roles = _roles(realm, shown)
    context = {
        "page": page,
        "rows": [(user, roles.get(user.pk, [])) for user in shown],
        "asked": asked,
        "kept": QueryDict.fromkeys(["q"], asked).urlencode(),
    }
    return render(request, "bodies/settings_people.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def add_person(request: AuthedRequest) -> HttpResponse:
    realm = _realm(request)
    form = NewPersonForm(request.POST if request.method == "POST" else None, realm=realm)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            user, password = accounts.add_person(
                form.person(), typed["role"], typed["place"], at=timezone.now(), by=request.user
            )
        except AccountRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _show_once(request, user, password, new=True)
    status = 422 if form.is_bound else 200
    return render(request, "bodies/person_add.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def person(request: AuthedRequest, pk: int) -> HttpResponse:
    realm, found = _person(request, pk)
    if request.method != "POST":
        return _page(request, realm, found)
    if not realm.keeps_account_of(found):
        raise PermissionDenied
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _page(request, realm, found, form=form)
    accounts.revise_person(found, form.cleaned_data, at=timezone.now(), by=request.user)
    messages.success(request, "Đã lưu thông tin.")
    return redirect("person", pk)


@require_POST
def give_role(request: AuthedRequest, pk: int) -> HttpResponse:
    realm, found = _person(request, pk)
    form = RoleForm(request.POST, realm=realm)
    if not form.is_valid():
        return _page(request, realm, found, role_form=form)
    role, place = form.cleaned_data["role"], form.cleaned_data["place"]
    try:
        accounts.give_role(found, role, place, at=timezone.now(), by=request.user)
    except AccountRefused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, realm, found, role_form=form)
    messages.success(request, f"Đã giao vai trò {role.label}, {place}.")
    return redirect("person", pk)


@require_POST
def end_role(request: AuthedRequest, pk: int, role_pk: int) -> HttpResponse:
    realm, found = _person(request, pk)
    held = get_object_or_404(realm.posts(), pk=role_pk, user=found)
    done = f"Vai trò {held.get_role_display()} kết thúc vào cuối ngày hôm nay."
    return _step(request, pk, done, lambda now: accounts.end_role(held, at=now, by=request.user))


@require_POST
def lock(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _kept(request, pk)
    done = f"Đã khóa tài khoản của {found}. Người này không vào được hệ thống nữa."
    return _step(request, pk, done, lambda now: accounts.lock(found, at=now, by=request.user))


@require_POST
def unlock(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _kept(request, pk)
    done = f"Đã mở khóa tài khoản của {found}."
    return _step(request, pk, done, lambda now: accounts.unlock(found, at=now, by=request.user))


@never_cache
@require_POST
def reset_password(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _kept(request, pk)
    try:
        password = accounts.reset_password(found, at=timezone.now(), by=request.user)
    except AccountRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("person", pk)
    return _show_once(request, found, password, new=False)


def _realm(request: AuthedRequest) -> Realm:
    """The offices and bodies whose accounts the person keeps; 403 for everybody else."""
    offices = administers(request.standing)
    if not offices:
        raise PermissionDenied
    return Realm(offices, on=timezone.localdate())


def _person(request: AuthedRequest, pk: int) -> tuple[Realm, User]:
    realm = _realm(request)
    return realm, get_object_or_404(realm.people(), pk=pk)


def _kept(request: AuthedRequest, pk: int) -> User:
    """The person, when lock and password are kept here too; 403 when another office's."""
    realm, found = _person(request, pk)
    if not realm.keeps_account_of(found):
        raise PermissionDenied
    return found


def _step(
    request: AuthedRequest, pk: int, done: str, verb: Callable[[datetime], None]
) -> HttpResponse:
    """Take a step of one button, say what came of it, and go back to the person."""
    taken(request, lambda: verb(timezone.now()), refused=AccountRefused, said=done)
    return redirect("person", pk)


def _page(
    request: AuthedRequest,
    realm: Realm,
    found: User,
    *,
    form: PersonForm | None = None,
    role_form: RoleForm | None = None,
) -> HttpResponse:
    now = {name: getattr(found, name) for name in ("full_name", "email", "phone")}
    posts = realm.posts().filter(user=found).order_by("-valid_from", "-pk")
    context = {
        "person": found,
        "form": form or PersonForm(initial=now),
        "role_form": role_form or RoleForm(None, realm=realm),
        "posts": posts,
        "today": realm.on,
        "keeps": realm.keeps_account_of(found),
        "oneself": found.pk == request.user.pk,
    }
    status = 422 if form or role_form else 200
    return render(request, "bodies/person.html", context, status=status)


def _show_once(request: AuthedRequest, user: User, password: str, *, new: bool) -> HttpResponse:
    """The answer to the POST itself: a redirect would have to keep the password somewhere."""
    context = {"person": user, "password": password, "new": new}
    return render(request, "bodies/person_password.html", context)


def _spoken(user: User) -> str:
    return fold(f"{user.full_name} {user.username} {user.email}")


def _roles(realm: Realm, users: Sequence[User]) -> dict[int, list[Membership]]:
    """The roles held here by each of the users, those that are over left out."""
    held = realm.posts().filter(lasting(on=realm.on), user__in=[user.pk for user in users])
    found: dict[int, list[Membership]] = {}
    for membership in held.order_by("pk"):
        found.setdefault(membership.user_id, []).append(membership)
    return found
