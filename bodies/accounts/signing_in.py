"""How a person signs in: a user name that is free, a password that can be read aloud."""

import re
import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from bodies.accounts.changing import AccountRefused
from bodies.models import User

USERNAME = re.compile(r"[a-z][a-z0-9._-]{2,49}")
# Typed with a Vietnamese keyboard on, such a word stays as it is: no Telex letter (d f j r s w x z),
# no vowel twice in a word, no digit after a letter (VNI), nothing that looks like another.
CONSONANTS, VOWELS, DIGITS = "bcghkmnptv", "aeiou", "23456789"
WORDS = 3


@dataclass(frozen=True, slots=True)
class NewPerson:
    full_name: str
    username: str
    email: str = ""
    phone: str = ""


def new_password() -> str:
    """A random password that can be read aloud and typed: "bemu-kota-hipe-7394", 44 bits."""
    words = [
        "".join(secrets.choice(CONSONANTS) + vowel for vowel in _two_vowels()) for _ in range(WORDS)
    ]
    return "-".join([*words, "".join(secrets.choice(DIGITS) for _ in range(4))])


def _two_vowels() -> str:
    first = secrets.choice(VOWELS)
    return first + secrets.choice(VOWELS.replace(first, ""))


def free_username(typed: str) -> str:
    """Return the name to sign in with, in small letters. Raises AccountRefused: ill-formed or taken."""
    username = typed.strip().lower()
    if not USERNAME.fullmatch(username):
        raise AccountRefused(
            "Tên đăng nhập có từ 3 đến 50 ký tự, bắt đầu bằng chữ cái, chỉ gồm chữ không dấu, "
            "chữ số và các dấu . _ - (không có khoảng trống)."
        )
    if User.objects.filter(username__iexact=username).exists():
        raise _taken(username)
    return username


def create(new: NewPerson, password: str) -> User:
    username = free_username(new.username)
    try:
        with transaction.atomic():  # a savepoint: two may take the name in the same moment
            return User.objects.create_user(
                username, password, full_name=new.full_name, email=new.email, phone=new.phone
            )
    except IntegrityError:
        raise _taken(username) from None


def _taken(username: str) -> AccountRefused:
    return AccountRefused(f"Tên đăng nhập “{username}” đã có người dùng. Hãy chọn tên khác.")
