"""Addresses of papers."""

from django.urls import path

from directives.views import bench, intake, printed, register

urlpatterns = [
    path("thong-bao/", register.notices, name="notices"),
    path("thong-bao/nhap/", intake.intake, name="intake"),
    path("thong-bao/<int:pk>/ra-soat/", bench.bench, name="bench"),
    path("thong-bao/<int:pk>/thong-tin/", bench.header, name="notice-header"),
    path("thong-bao/<int:pk>/bo/", bench.discard, name="discard"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/", bench.item, name="bench-item"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/bo-qua/", bench.set_aside, name="set-aside"),
    path("thong-bao/<int:pk>/van-ban.pdf", printed.pdf, name="notice-pdf"),
    path("thong-bao/<int:pk>/van-ban.docx", printed.docx, name="notice-docx"),
    path("thong-bao/<int:pk>/ban-goc/", printed.source, name="notice-source"),
]
