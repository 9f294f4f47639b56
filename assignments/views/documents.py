"""Tổng hợp – báo cáo: what the office writes about the work, from draft to the signed scan."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assignments import clock, documents
from assignments.clock import Clock
from assignments.documents import DocumentRefused
from assignments.forms.documents import (
    ASKED,
    AskedForm,
    IssueDocumentForm,
    LetterDraftForm,
    ScanForm,
)
from assignments.models import Assignment
from assignments.papers.giao_ban import meeting_day
from assignments.papers.suggested import suggestions
from assignments.permissions import may_draft, may_issue_document, may_see_body
from bodies import ledger
from bodies.models import Body, Office
from bodies.requests import AuthedRequest, taken
from directives import filing, freezing
from directives.models import Document, Notice
from directives.printing.pdf import PrintingRefused, PrintingUnavailable
from directives.views.serving import served, stored

A_PAGE = 20
UNPRINTED = (PrintingRefused, PrintingUnavailable)


@require_safe
def page(request: AuthedRequest) -> HttpResponse:
    return _page(request, _office(request), clock.read())


@require_POST
def make(request: AuthedRequest, slug: str) -> HttpResponse:
    """Begin the draft that a form of the page asks for; the form again where it asks wrongly."""
    office, at = _office(request), clock.read()
    if slug not in ASKED:
        raise Http404
    if not may_draft(request.standing, office):
        raise PermissionDenied
    form = ASKED[slug](request.POST, office=office, clock=at)
    if not form.is_valid():
        return _page(request, office, at, wrong={slug: form})
    return redirect(documents.draft(office, form.asked(), at=at.now, by=request.user))


@require_safe
def document(request: AuthedRequest, pk: int) -> HttpResponse:
    return _sheet(request, _visible(request, pk), clock.read())


@require_safe
def file(request: AuthedRequest, pk: int, ending: str) -> HttpResponse:
    """An issued document's bytes as they were stored; a draft printed as of now."""
    found = _visible(request, pk)
    if ending not in documents.endings(found):
        raise Http404
    if found.issued_at:
        return stored(documents.stored(found, ending))
    try:
        data = documents.rendered(found, ending, clock.read())
    except UNPRINTED as reason:
        return _unprinted(request, reason)
    name = f"Dự thảo {found.get_kind_display()}.{ending}"
    return served(data, name=name, content_type=documents.MIME[ending])


@require_POST
def revise(request: AuthedRequest, pk: int) -> HttpResponse:
    """Another level or another day on the draft of a letter."""
    found, at = _visible(request, pk), clock.read()
    if not may_draft(request.standing, found.office) or found.kind != Document.Kind.LETTER:
        raise PermissionDenied
    form = LetterDraftForm(request.POST, document=found, today=at.today)
    if not form.is_valid():
        return _sheet(request, found, at, revising=form)
    done = taken(
        request,
        lambda: documents.revise(found, **form.cleaned_data, at=at.now, by=request.user),
        refused=DocumentRefused,
        said="Đã lưu dự thảo công văn.",
    )
    return redirect(found) if done else _back(found)


@require_POST
def issue(request: AuthedRequest, pk: int) -> HttpResponse:
    found, at = _visible(request, pk), clock.read()
    if not may_issue_document(request.standing, found):
        raise PermissionDenied
    number = documents.next_number(found, on=at.today)
    form = IssueDocumentForm(request.POST, document=found, number=number, today=at.today)
    if not form.is_valid():
        return _sheet(request, found, at, issuing=form)
    typed = {"number": None, **form.cleaned_data}
    try:
        documents.issue(found, **typed, clock=at, by=request.user)
    except (DocumentRefused, *UNPRINTED) as refusal:
        form.add_error(None, str(refusal))
        return _sheet(request, found, at, issuing=form)
    messages.success(request, "Đã phát hành. Nội dung, số liệu và các tệp được giữ nguyên từ nay.")
    return redirect(found)


@require_POST
def discard(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    if not may_draft(request.standing, found.office):
        raise PermissionDenied
    taken(
        request,
        lambda: documents.discard(found, at=clock.read().now, by=request.user),
        refused=DocumentRefused,
        said="Đã bỏ dự thảo.",
    )
    return _back(found)


@require_http_methods(["GET", "HEAD", "POST"])
def scan(request: AuthedRequest, pk: int) -> HttpResponse:
    """The signed paper of a document: read it, or file it back."""
    found = _visible(request, pk)
    if request.method != "POST":
        return stored(found.signed_scan)
    if not may_draft(request.standing, found.office) or not found.issued_at:
        raise PermissionDenied
    form = ScanForm(request.POST, files=request.FILES)
    if refusal := _file_scan(request, form, found):
        form.add_error("scan", refusal)
    if form.errors:
        return _sheet(request, found, clock.read(), scanning=form)
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def notice_scan(request: AuthedRequest, pk: int) -> HttpResponse:
    """The signed paper of a notice, for whoever may read it."""
    seen = Notice.objects.visible_to(request.standing).select_related("office", "signed_scan")
    found = get_object_or_404(seen, pk=pk)
    if request.method != "POST":
        return stored(found.signed_scan)
    if not may_draft(request.standing, found.office) or found.editable:
        raise PermissionDenied
    form = ScanForm(request.POST, files=request.FILES)
    if refusal := _file_scan(request, form, found):
        form.add_error("scan", refusal)
    for sentence in form.errors.get("scan", []):
        messages.warning(request, str(sentence))
    return redirect(found)


@require_safe
def list_of_body(request: AuthedRequest, pk: int, ending: str) -> HttpResponse:
    """What a body still has to do, for itself and for the offices that follow it; never frozen."""
    body, at = get_object_or_404(Body, pk=pk), clock.read()
    if ending not in documents.MIME or not may_see_body(request.standing, body):
        raise Http404
    rows = Assignment.objects.visible_to(request.standing).filter(body=body)
    try:
        data = documents.list_of_body(body, rows, ending, at)
    except UNPRINTED as reason:
        return _unprinted(request, reason)
    if data is None:
        raise Http404
    name = f"Danh mục nhiệm vụ {body}.{ending}"
    return served(data, name=name, content_type=documents.MIME[ending])


def _office(request: AuthedRequest) -> Office:
    """The office whose documents are asked for: the one named by `vp` where the person reads several."""
    offices = request.standing.reads()
    if not offices:
        raise PermissionDenied
    asked = request.GET.get("vp", str(offices[0].pk))
    for office in offices:
        if str(office.pk) == asked:
            return office
    raise Http404


def _visible(request: AuthedRequest, pk: int) -> Document:
    """A document of the person's offices; a stranger does not learn that it exists."""
    if not request.standing.reads():
        raise PermissionDenied
    seen = Document.objects.visible_to(request.standing).of_the_office()
    whole = seen.select_related(
        "office__committee", "office__staff_body", "notice", "body", "pdf", "docx", "xlsx"
    )
    whole = whole.select_related("signed_scan", "made_by", "issued_by").defer("snapshot")
    return get_object_or_404(whole, pk=pk)


def _page(
    request: AuthedRequest, office: Office, at: Clock, wrong: dict[str, AskedForm] | None = None
) -> HttpResponse:
    own = Document.objects.filter(office=office).of_the_office()
    own = own.select_related("notice", "body", "made_by", "issued_by", "office")
    own = own.defer("snapshot", "notice__text", "notice__folded")
    forms = {slug: made(None, office=office, clock=at) for slug, made in ASKED.items()}
    context = {
        "clock": at,
        "office": office,
        "offices": request.standing.reads(),
        "suggestions": suggestions(office, at),
        "forms": {
            slug.replace("-", "_"): form for slug, form in {**forms, **(wrong or {})}.items()
        },
        "wrong": bool(wrong),
        "meeting": meeting_day(at.today),
        "drafts": own.drafts(),
        "page": Paginator(own.issued().order_by("-issued_at", "-pk"), A_PAGE).get_page(
            request.GET.get("page")
        ),
        "kept": f"vp={office.pk}",
        "may_draft": may_draft(request.standing, office),
    }
    return render(request, "documents/page.html", context, status=422 if wrong else 200)


def _sheet(request: AuthedRequest, found: Document, at: Clock, **bound: Any) -> HttpResponse:
    """One document's page; `bound` are forms that were filled in wrongly."""
    drafting = may_draft(request.standing, found.office)
    issuing = may_issue_document(request.standing, found)
    forms: dict[str, Any] = {}
    if not found.issued_at and issuing:
        number = documents.next_number(found, on=at.today)
        forms["issuing"] = IssueDocumentForm(None, document=found, number=number, today=at.today)
    if not found.issued_at and drafting and found.kind == Document.Kind.LETTER:
        forms["revising"] = LetterDraftForm(None, document=found, today=at.today)
    if found.issued_at and drafting and found.numbered:
        forms["scanning"] = ScanForm(None)
    context = {
        "document": found,
        "symbol": documents.symbol_of(found),
        "endings": documents.endings(found),
        "digests": freezing.digests(found),
        "history": ledger.history(found),
        "may_draft": drafting,
        **forms,
        **bound,
    }
    return render(request, "documents/document.html", context, status=422 if bound else 200)


def _back(found: Document) -> HttpResponse:
    return redirect(f"{reverse('documents')}?vp={found.office_id}")


def _file_scan(request: AuthedRequest, form: ScanForm, paper: Notice | Document) -> str:
    """File what was sent; return why not, or nothing."""
    if not form.is_valid():
        return ""
    sent = form.cleaned_data["scan"]
    try:
        freezing.file_scan(
            paper, sent.name or "ban-ky.pdf", sent.read(), at=clock.read().now, by=request.user
        )
    except filing.FileRefused as refusal:
        return str(refusal)
    messages.success(request, "Đã lưu bản ký vào hồ sơ văn bản.")
    return ""


def _unprinted(request: AuthedRequest, reason: Exception) -> HttpResponse:
    context = {"title": "Chưa in được văn bản", "advice": str(reason)}
    return render(request, "errors/sorry.html", context, status=503)
