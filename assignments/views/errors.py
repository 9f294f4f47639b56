# ruff: noqa: ARG001 (Django gives the arguments)
"""What people read when a page cannot be shown: what happened, what was kept, what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from directives.permissions import AlreadyIssued


def _sorry(request: HttpRequest, *, status: int, title: str, advice: str) -> HttpResponse:
    context = {"title": title, "advice": advice}
    return render(request, "errors/sorry.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _sorry(
        request,
        status=400,
        title="Yêu cầu không đọc được",
        advice="Chưa có gì được lưu. Hãy quay lại trang trước, tải lại và thử lần nữa.",
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _sorry(
        request,
        status=403,
        title="Trang đã mở quá lâu",
        advice="Chưa có gì được lưu. Hãy quay lại trang trước, tải lại rồi gửi lần nữa.",
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, AlreadyIssued):
        advice = f"{exception} Phần vừa gửi chưa được lưu."
        return _sorry(request, status=403, title="Văn bản đã ban hành", advice=advice)
    return _sorry(
        request,
        status=403,
        title="Không thuộc quyền của bạn",
        advice="Vai trò hiện tại của bạn không làm được việc này. "
        "Nếu cần, hãy liên hệ Văn phòng hoặc người quản trị.",
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _sorry(
        request,
        status=404,
        title="Không tìm thấy trang",
        advice="Địa chỉ không đúng, hoặc nội dung này không dành cho bạn. Hãy về Bàn làm việc.",
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Without the frame: what broke may be what the frame needs."""
    return render(None, "errors/failed.html", status=500)
