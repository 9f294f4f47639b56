"""What people type about themselves, and an administrator about them."""

import re
from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm

from bodies import accounts
from bodies.accounts import AccountRefused, NewPerson
from bodies.forms.spoken import LineField, SpokenForm
from bodies.models import Body, Office, Role, User
from bodies.models.people import BODY_ROLES
from bodies.permissions import Realm

PHONE = re.compile(r"\+?[0-9(][0-9 .()-]{5,18}")
# Browsers would fill in the administrator's own.
OTHERS = {"autocomplete": "off"}
# By the codes of Django's validators, whose Vietnamese is incomplete.
WEAK = {
    "password_too_short": "Mật khẩu quá ngắn: cần ít nhất %(min_length)d ký tự.",
    "password_too_common": "Mật khẩu này quá phổ biến, dễ đoán. Hãy chọn mật khẩu khác.",
    "password_entirely_numeric": "Mật khẩu không được chỉ gồm chữ số.",
}


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": (
            "Tên đăng nhập hoặc mật khẩu không đúng. Hãy nhập lại; nếu quên mật khẩu, "
            "liên hệ người quản trị của văn phòng."
        ),
        "inactive": "Tài khoản đã bị khóa. Hãy liên hệ người quản trị của văn phòng.",
    }


class PasswordForm(PasswordChangeForm):
    """One's own password, old and new."""

    error_messages = {
        "password_incorrect": "Mật khẩu hiện tại không đúng. Hãy nhập lại.",
        "password_mismatch": "Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại.",
    }
    WORDS = {
        "old_password": ("Mật khẩu hiện tại", "Hãy nhập mật khẩu hiện tại.", ""),
        "new_password1": (
            "Mật khẩu mới",
            "Hãy nhập mật khẩu mới.",
            "Ít nhất 8 ký tự, không chỉ gồm chữ số, không dễ đoán. Tắt bộ gõ tiếng Việt khi nhập.",
        ),
        "new_password2": ("Nhập lại mật khẩu mới", "Hãy nhập lại mật khẩu mới.", ""),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, required, hint) in self.WORDS.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.error_messages["required"] = required
            field.error_messages["null_characters_not_allowed"] = "Mật khẩu có ký tự không hợp lệ."

    def validate_password_for_user(self, user: User, *_: Any) -> None:
        """Django's check, said in our words, at the field where the password was typed first."""
        password = self.cleaned_data.get("new_password1")
        if not password:
            return
        if password == self.cleaned_data.get("old_password"):
            self.add_error("new_password1", "Mật khẩu mới phải khác mật khẩu hiện tại.")
        try:
            password_validation.validate_password(password, user)
        except forms.ValidationError as weak:
            for each in weak.error_list:
                sentence = WEAK.get(each.code or "", "Mật khẩu này chưa đủ an toàn.")
                error = forms.ValidationError(sentence, code=each.code, params=each.params)
                self.add_error("new_password1", error)


class PersonForm(SpokenForm):
    """How a person is called and reached."""

    full_name = LineField(
        label="Họ và tên",
        max_length=100,
        widget=forms.TextInput(attrs=OTHERS),
        error_messages={"required": "Hãy ghi họ và tên."},
    )
    email = forms.EmailField(
        label="Thư điện tử",
        max_length=254,
        widget=forms.EmailInput(attrs=OTHERS),
        required=False,
        help_text="Thư nhắc việc gửi đến địa chỉ này",
        error_messages={"invalid": "Thư điện tử không đúng, ví dụ đúng: vpdu@xa.vn."},
    )
    phone = LineField(
        label="Điện thoại",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs=OTHERS),
    )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError("Số điện thoại không đúng, ví dụ đúng: 0912 345 678.")
        return phone


class RoleForm(SpokenForm):
    """A role and where it is held: at an office or at a body of the administrator's realm."""

    role = forms.ChoiceField(
        label="Vai trò",
        choices=[("", "— Chọn vai trò —"), *Role.choices],
        error_messages={"required": "Hãy chọn vai trò."},
    )
    office = forms.ModelChoiceField(
        Office.objects.none(),
        label="Văn phòng",
        required=False,
        empty_label="— Chọn văn phòng —",
        help_text="Khi là vai trò của văn phòng",
        error_messages={"invalid_choice": "Hãy chọn một văn phòng trong danh sách."},
    )
    body = forms.ModelChoiceField(
        Body.objects.none(),
        label="Cơ quan, đơn vị",
        required=False,
        empty_label="— Chọn cơ quan, đơn vị —",
        help_text="Chỉ khi là cán bộ đầu mối hoặc người đứng đầu; đơn vị chưa có trong danh sách "
        "thì chuyên viên Văn phòng thêm ở mục Đơn vị",
        error_messages={"invalid_choice": "Hãy chọn một cơ quan, đơn vị trong danh sách."},
    )

    def __init__(self, data: Any, *, realm: Realm) -> None:
        super().__init__(data)
        self.realm = realm
        self._field("body").queryset = realm.bodies()
        self._field("office").queryset = Office.objects.filter(
            pk__in=[office.pk for office in realm.offices]
        )
        if len(realm.offices) == 1:  # nothing to choose
            del self.fields["office"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "role" not in data or self.errors:
            return data
        role, body, office = Role(data["role"]), data.get("body"), data.get("office")
        if len(self.realm.offices) == 1:
            office = self.realm.offices[0]
        if role in BODY_ROLES:
            place, field, missing = body, "body", "Hãy chọn cơ quan, đơn vị cho vai trò này."
        else:
            place, field, missing = office, "office", "Hãy chọn văn phòng cho vai trò này."
            if body:
                self.add_error(
                    "body", f"“{role.label}” là vai trò của văn phòng: hãy bỏ chọn đơn vị."
                )
        if not place:
            self.add_error(field, missing)
        return {**data, "role": role, "place": place}

    def _field(self, name: str) -> "forms.ModelChoiceField[Any]":
        field = self.fields[name]
        if not isinstance(field, forms.ModelChoiceField):
            raise TypeError(name)
        return field


class NewPersonForm(RoleForm, PersonForm):
    """A person with their first role."""

    username = LineField(
        label="Tên đăng nhập",
        max_length=50,
        help_text="Chữ thường không dấu, chữ số và các dấu . _ - ; ví dụ: nguyenvanan",
        widget=forms.TextInput(attrs={**OTHERS, "autocapitalize": "none"}),
        error_messages={"required": "Hãy ghi tên đăng nhập."},
    )
    field_order = ("full_name", "username", "email", "phone", "role", "office", "body")

    def clean_username(self) -> str:
        try:
            return accounts.free_username(self.cleaned_data["username"])
        except AccountRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None

    def person(self) -> NewPerson:
        typed = self.cleaned_data
        return NewPerson(
            typed["full_name"], typed["username"], email=typed["email"], phone=typed["phone"]
        )
