"""The environment, read once and strictly: a mistake in it is a sentence, not a stack of surprises."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def env(name: str, default: str | None = None) -> str:
    """Return the variable, or `default`; without both, refuse to start and say which one."""
    value = os.environ.get(name) or default
    if value is None:
        raise ImproperlyConfigured(f"{name} is not set. See .env.example.")
    return value


def env_bool(name: str, default: str = "0") -> bool:
    value = env(name, default)
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def env_int(name: str, default: int) -> int:
    value = env(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def key(name: str, folder: Path) -> str:
    """Return a secret from the environment or from the file that `make run` wrote once.

    `folder` is DATA_DIR/keys; the file is the variable's name in small letters, mode 0600.
    """
    file = folder / name.lower()
    if not os.environ.get(name) and file.is_file():
        return file.read_text(encoding="ascii").strip()
    return env(name)


def database(url: str | None, *, embedded: Path) -> dict[str, object]:
    """Return Django's settings of the database: PostgreSQL by URL, or the embedded SQLite file.

    Write-ahead log, immediate transactions and a wait of 20 s: writers queue, none is refused.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": embedded,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres://.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def email(url: str | None) -> dict[str, object]:
    """Return Django's mail settings: SMTP by URL (smtp://user:pw@host:25, smtps:// for TLS), or a folder."""
    if not url:
        return {"EMAIL_BACKEND": "assignments.mailbox.FolderBackend"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps", "smtp+tls"):
        raise ImproperlyConfigured("EMAIL_URL must begin with smtp://, smtp+tls:// or smtps://.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 20,
    }
