"""Đơn vị: the tree of bodies, and all that one of them owes."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from assignments import figures
from assignments.clock import read
from assignments.models import Assignment
from assignments.permissions import may_see_body
from bodies.models import Body, BodyAlias, Membership
from bodies.permissions import keeps_directory
from bodies.requests import AuthedRequest


@require_safe
def bodies(request: AuthedRequest) -> HttpResponse:
    """All bodies for an office's people; their own and those below for a body's people."""
    standing = request.standing
    if not (standing.reads() or standing.bodies()):
        raise PermissionDenied
    clock = read()
    shown = Body.objects.all() if standing.reads() else Body.objects.subtree(_roots(request))
    counts = figures.tally(Assignment.objects.visible_to(standing), clock)
    branches = figures.tree(shown, counts, on=clock.today)
    context = {"clock": clock, "branches": branches, "keeps": bool(keeps_directory(standing))}
    return render(request, "assignments/bodies.html", context)


@require_safe
def body(request: AuthedRequest, pk: int) -> HttpResponse:
    """What the body is, and what it owes across all notices, as far as the person may see."""
    found = get_object_or_404(Body.objects.select_related("parent", "successor"), pk=pk)
    if not may_see_body(request.standing, found):
        raise Http404
    clock = read()
    visible = Assignment.objects.visible_to(request.standing)
    children = list(found.children.valid(on=clock.today))
    counts = figures.tally(visible.filter(body__in=[found, *children]), clock)
    context = {
        "clock": clock,
        "body": found,
        "keeps": bool(keeps_directory(request.standing)),
        "parent_shown": found.parent and may_see_body(request.standing, found.parent),
        "aliases": _aliases(request, found),
        "people": Membership.objects.held(on=clock.today).filter(body=found).select_related("user"),
        "counts": counts.get(found.pk, figures.Counts()),
        "groups": figures.groups(visible.filter(body=found), clock),
        "children": [figures.BodyCounts(c, counts.get(c.pk, figures.Counts())) for c in children],
    }
    return render(request, "assignments/body.html", context)


def _roots(request: AuthedRequest) -> list[int]:
    return [own.pk for own in request.standing.bodies()]


def _aliases(request: AuthedRequest, found: Body) -> list[BodyAlias]:
    """The names all offices use, and those of the offices the person reads: another's are not told."""
    offices = {None, *(office.pk for office in request.standing.reads())}
    return [alias for alias in found.aliases.all() if alias.office_id in offices]
