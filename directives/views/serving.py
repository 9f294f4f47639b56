"""Files as browsers get them: a PDF in place, anything else to keep; never by a shared cache."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from directives import filing
from directives.models import StoredFile

PDF = "application/pdf"


def served(data: bytes, *, name: str, content_type: str) -> HttpResponse:
    place = content_disposition_header(content_type != PDF, name) or "attachment"
    headers = {"Content-Disposition": place, "Cache-Control": "private"}
    return HttpResponse(data, content_type=content_type, headers=headers)


def stored(file: StoredFile | None) -> HttpResponse:
    """The stored bytes under the name they came with. Raises Http404 where there are none."""
    if file is None:
        raise Http404
    try:
        data = filing.bytes_of(file)
    except FileNotFoundError as missing:
        raise Http404 from missing
    return served(data, name=file.name, content_type=file.content_type)
