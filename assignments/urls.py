"""Addresses of work: Vietnamese words without accents, English names."""

from django.urls import path

from assignments.views import (
    bodies,
    dashboard,
    decisions,
    desks,
    documents,
    health,
    importing,
    lists,
    notices,
    petitions,
    reminders,
    work,
)

DECISIONS = {
    "decline": "de-nghi-chuyen",
    "hand_back": "giao-lai",
    "reassign": "chuyen-don-vi",
    "pause": "tam-dung",
    "refer": "bao-cao-cap-tren",
    "resume": "tiep-tuc",
    "cancel": "huy-giao",
    "reopen": "mo-lai",
}

urlpatterns = [
    path("", desks.desk, name="desk"),
    path("healthz", health.health, name="health"),
    path("thong-bao/<int:pk>/", notices.notice, name="notice"),
    path("thong-bao/<int:pk>/trinh-ky/", notices.put_up, name="put-up"),
    path("thong-bao/<int:pk>/ban-hanh/", notices.issue, name="issue"),
    path("thong-bao/<int:pk>/ket-thuc/", notices.close, name="close-notice"),
    path("thong-bao/<int:pk>/thu-hoi/", notices.withdraw, name="withdraw-notice"),
    path("thong-bao/<int:pk>/thay-the/", notices.supersede, name="supersede-notice"),
    path("nhiem-vu/", lists.assignments, name="assignments"),
    path("nhiem-vu/bao-cao/", work.report_many, name="report-many"),
    path("nhiem-vu/<int:pk>/", work.assignment, name="assignment"),
    path("nhiem-vu/<int:pk>/tiep-nhan/", work.receive, name="receive"),
    path("nhiem-vu/<int:pk>/bao-cao/", work.report, name="report"),
    path("nhiem-vu/<int:pk>/xac-nhan/", work.accept, name="accept"),
    path("nhiem-vu/<int:pk>/tra-lai/", work.send_back, name="send-back"),
    path("nhiem-vu/<int:pk>/rut-bao-cao/", work.withdraw_submission, name="withdraw-submission"),
    *(
        path(f"nhiem-vu/<int:pk>/{words}/", decisions.decide, {"verb": verb}, name=verb)
        for verb, words in DECISIONS.items()
    ),
    path("nhiem-vu/<int:pk>/kien-nghi/", petitions.lines, name="answers"),
    path("nhiem-vu/<int:pk>/kien-nghi/<int:line_pk>/", petitions.answer, name="answer-petition"),
    path(
        "nhiem-vu/<int:pk>/kien-nghi/<int:line_pk>/bo/",
        petitions.take_back,
        name="take-back-answer",
    ),
    path("so-cu/nhap/", importing.upload, name="import-register"),
    path("so-cu/mau.xlsx", importing.template, name="import-template"),
    path("so-cu/<int:pk>/", importing.preview, name="import-preview"),
    path("bao-cao-don-vi/<int:pk>/tep/", work.report_file, name="report-file"),
    path("tong-quan/", dashboard.dashboard, name="dashboard"),
    path("don-vi/", bodies.bodies, name="bodies"),
    path("don-vi/<int:pk>/", bodies.body, name="body"),
    path("don-vi/<int:pk>/danh-muc.<slug:ending>", documents.list_of_body, name="body-list"),
    path("bao-cao/", documents.page, name="documents"),
    path("bao-cao/lap/<slug:slug>/", documents.make, name="make-document"),
    path("bao-cao/<int:pk>/", documents.document, name="document"),
    path("bao-cao/<int:pk>/van-ban.<slug:ending>", documents.file, name="document-file"),
    path("bao-cao/<int:pk>/sua/", documents.revise, name="revise-document"),
    path("bao-cao/<int:pk>/phat-hanh/", documents.issue, name="issue-document"),
    path("bao-cao/<int:pk>/bo/", documents.discard, name="discard-document"),
    path("bao-cao/<int:pk>/ban-ky/", documents.scan, name="document-scan"),
    path("thong-bao/<int:pk>/ban-ky/", documents.notice_scan, name="notice-scan"),
    path("nhac-viec/", reminders.ledger, name="reminders"),
    path("nhac-viec/<int:pk>/", reminders.message, name="reminder-message"),
]
