"""Addresses of papers."""

from django.urls import path

from directives.views import appendix, bench, intake, petitions, printed, register, shaping

urlpatterns = [
    path("thong-bao/", register.notices, name="notices"),
    path("thong-bao/nhap/", intake.intake, name="intake"),
    path("thong-bao/<int:pk>/ra-soat/", bench.bench, name="bench"),
    path("thong-bao/<int:pk>/thong-tin/", bench.header, name="notice-header"),
    path("thong-bao/<int:pk>/khong-trung/", bench.tell_apart, name="tell-apart"),
    path("thong-bao/<int:pk>/bo/", bench.discard, name="discard"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/", bench.item, name="bench-item"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/bo-qua/", bench.set_aside, name="set-aside"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/tu-luu/", bench.keep, name="keep-half-typed"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/sua-do/", bench.half, name="half-typed"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/tach-gop/", shaping.reshape, name="reshape"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/gop/", shaping.merge, name="merge-item"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/tach-lai/", shaping.part, name="part-item"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/da-xem/", bench.see_remark, name="see-remark"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/phu-luc/", appendix.appendix, name="appendix"),
    path("thong-bao/<int:pk>/muc/<int:item_pk>/kien-nghi/", petitions.lines, name="petitions"),
    path(
        "thong-bao/<int:pk>/muc/<int:item_pk>/kien-nghi/gom/",
        petitions.gather,
        name="petitions-gather",
    ),
    path(
        "thong-bao/<int:pk>/muc/<int:item_pk>/kien-nghi/<int:line_pk>/",
        petitions.revise,
        name="petition-revise",
    ),
    path(
        "thong-bao/<int:pk>/muc/<int:item_pk>/kien-nghi/<int:line_pk>/bo/",
        petitions.remove,
        name="petition-remove",
    ),
    path("thong-bao/<int:pk>/van-ban.pdf", printed.pdf, name="notice-pdf"),
    path("thong-bao/<int:pk>/van-ban.docx", printed.docx, name="notice-docx"),
    path("thong-bao/<int:pk>/ban-goc/", printed.source, name="notice-source"),
]
