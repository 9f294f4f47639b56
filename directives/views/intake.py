"""Where a notice comes in: text or file, read, kept as a draft."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bodies.requests import AuthedRequest
from directives import drafting
from directives.filing import FileRefused
from directives.forms import IntakeForm
from directives.permissions import enters_for


@never_cache  # nor does a browser or a proxy keep what was refused
@require_http_methods(["GET", "POST"])
def intake(request: AuthedRequest) -> HttpResponse:
    offices = enters_for(request.standing)
    if not offices:
        raise PermissionDenied
    now = timezone.now()
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = IntakeForm(*given, today=timezone.localdate(now))
    if form.is_valid():
        try:
            notice = drafting.start(
                form.reading, office=offices[0], source=_file(form), at=now, by=request.user
            )
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
        except drafting.AlreadyEntered as known:
            messages.warning(request, f"{known} Không nhập lại lần nữa.")
            return redirect(known.notice)
        else:
            if form.source.scanned:
                messages.warning(request, form.source.caution)
            return redirect("bench", notice.pk)
    status = 422 if form.is_bound else 200
    return render(request, "directives/intake.html", {"form": form}, status=status)


def _file(form: IntakeForm) -> drafting.Source | None:
    file = form.cleaned_data["file"]
    if not file:
        return None
    file.seek(0)
    return drafting.Source(name=file.name, data=file.read())
