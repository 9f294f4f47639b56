"""Addresses of people."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from bodies import views

urlpatterns = [
    path("dang-nhap/", views.SignIn.as_view(), name="sign-in"),
    path("dang-xuat/", LogoutView.as_view(), name="sign-out"),
    path("don-vi/them/", views.add_body, name="add-body"),
    path("don-vi/<int:pk>/sua/", views.revise_body, name="revise-body"),
    path("don-vi/nhom/", views.groups, name="groups"),
    path("don-vi/nhom/them/", views.group, name="add-group"),
    path("don-vi/nhom/<int:pk>/", views.group, name="group"),
]
