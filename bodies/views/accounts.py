"""Signing in, and one's own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from bodies import accounts
from bodies.forms.people import PasswordForm, SignInForm
from bodies.models import User


class SignIn(LoginView):
    """Django's own view, with the product's words."""

    template_name = "bodies/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


class ChangePassword(PasswordChangeView):
    """Django's own view, with the product's words and its event."""

    template_name = "bodies/password.html"
    form_class = PasswordForm

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        user = get_object_or_404(User, pk=self.request.user.pk)
        typed = form.cleaned_data["new_password1"]
        saved = accounts.change_password(user, typed, at=timezone.now())
        update_session_auth_hash(self.request, saved)  # this session goes on, the others end
        messages.success(
            self.request, "Đã đổi mật khẩu. Hãy dùng mật khẩu mới từ lần đăng nhập sau."
        )
        return redirect("desk")

    def form_invalid(self, form: PasswordChangeForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)
