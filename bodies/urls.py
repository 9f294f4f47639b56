"""Addresses of people, of the directory and of the settings."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from bodies.views import accounts, directory, people, settings

urlpatterns = [
    path("dang-nhap/", accounts.SignIn.as_view(), name="sign-in"),
    path("dang-xuat/", LogoutView.as_view(), name="sign-out"),
    path("doi-mat-khau/", accounts.ChangePassword.as_view(), name="password"),
    path("don-vi/them/", directory.add_body, name="add-body"),
    path("don-vi/<int:pk>/sua/", directory.revise_body, name="revise-body"),
    path("don-vi/<int:pk>/ten-goi/<int:alias_pk>/bo/", directory.forget_alias, name="forget-alias"),
    path("don-vi/nhom/", directory.groups, name="groups"),
    path("don-vi/nhom/them/", directory.group, name="add-group"),
    path("don-vi/nhom/<int:pk>/", directory.group, name="group"),
    path("cai-dat/", settings.settings, name="settings"),
    path("cai-dat/van-ban/", settings.letters, name="letter-settings"),
    path("cai-dat/the-thuc/", settings.practice, name="practice-settings"),
    path("cai-dat/nguoi-dung/", people.people, name="people"),
    path("cai-dat/nguoi-dung/them/", people.add_person, name="add-person"),
    path("cai-dat/nguoi-dung/<int:pk>/", people.person, name="person"),
    path("cai-dat/nguoi-dung/<int:pk>/khoa/", people.lock, name="lock-person"),
    path("cai-dat/nguoi-dung/<int:pk>/mo-khoa/", people.unlock, name="unlock-person"),
    path("cai-dat/nguoi-dung/<int:pk>/mat-khau/", people.reset_password, name="reset-password"),
    path("cai-dat/nguoi-dung/<int:pk>/vai-tro/", people.give_role, name="give-role"),
    path(
        "cai-dat/nguoi-dung/<int:pk>/vai-tro/<int:role_pk>/ket-thuc/",
        people.end_role,
        name="end-role",
    ),
]
