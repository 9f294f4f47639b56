"""The paper as it is printed, and the file it came from."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bodies.requests import AuthedRequest
from directives import freezing, printed
from directives.models import Notice
from directives.printing.docx import docx as print_docx
from directives.printing.model import Paper
from directives.printing.notice import notice_paper
from directives.printing.pdf import PrintingRefused, PrintingUnavailable
from directives.printing.pdf import pdf as print_pdf
from directives.views.serving import served, stored

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_http_methods(["GET"])
def pdf(request: AuthedRequest, pk: int) -> HttpResponse:
    return _printed(request, pk, by=print_pdf, ending="pdf", content_type="application/pdf")


@require_http_methods(["GET"])
def docx(request: AuthedRequest, pk: int) -> HttpResponse:
    return _printed(request, pk, by=print_docx, ending="docx", content_type=WORD)


def _printed(
    request: AuthedRequest,
    pk: int,
    *,
    by: Callable[[Paper], bytes],
    ending: str,
    content_type: str,
) -> HttpResponse:
    """The notice as a file, for both sides of the sheet where `?hai-mat=1` asks for it.

    Issued, it is the print that was frozen; both sides are laid out anew from the words kept then.
    """
    notice, now = _visible(request, pk), timezone.now()
    duplex = request.GET.get("hai-mat") == "1"
    try:
        if notice.editable:
            today = timezone.localdate(now)
            data = by(notice_paper(printed.content_of(notice, today=today, duplex=duplex)))
        elif duplex:
            data = by(notice_paper(replace(freezing.words_of(notice, at=now), duplex=True)))
        else:
            data = freezing.bytes_of(notice, ending, at=now)
    except (PrintingRefused, PrintingUnavailable) as reason:
        context = {"title": "Chưa in được văn bản", "advice": str(reason)}
        return render(request, "errors/sorry.html", context, status=503)
    name = f"{notice.code.replace('/', '-')}.{ending}"
    return served(data, name=name, content_type=content_type)


@require_http_methods(["GET"])
def source(request: AuthedRequest, pk: int) -> HttpResponse:
    """The file as it was uploaded; the pasted text where there was none."""
    notice = _visible(request, pk)
    if notice.source_file is None:
        return served(
            notice.text.encode(), name="van-ban.txt", content_type="text/plain; charset=utf-8"
        )
    return stored(notice.source_file)


def _visible(request: AuthedRequest, pk: int) -> Notice:
    visible = Notice.objects.visible_to(request.standing).select_related("office", "source_file")
    return get_object_or_404(visible, pk=pk)
