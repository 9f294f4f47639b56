"""Wires of the house. One code, two ways to run:

embedded    SQLite, broker in a folder, mails in a folder: `make run`, nothing to configure
served      DATABASE_URL, REDIS_URL, EMAIL_URL: PostgreSQL, Redis, SMTP
"""

import os
import sys
from pathlib import Path

from config.env import database, email, env, env_bool, env_int, key

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env("DATA_DIR", str(BASE_DIR / "var"))).resolve()

# Commands that store nothing and sign nothing work before the first `make run`.
KEYLESS = {"read_notice", "collectstatic", "makemigrations", "help", "--help"}
if len(sys.argv) > 1 and KEYLESS & set(sys.argv[1:2]) and not (DATA_DIR / "keys").is_dir():
    os.environ.setdefault("SECRET_KEY", "signs-nothing")
    os.environ.setdefault("LEDGER_KEY", "chains-nothing")

SECRET_KEY = key("SECRET_KEY", DATA_DIR / "keys")
LEDGER_KEY = key("LEDGER_KEY", DATA_DIR / "keys")
DEBUG = env_bool("DEBUG")
ALLOWED_HOSTS = env("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
PLAIN_HTTP = env_bool("PLAIN_HTTP")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "bodies",
    "directives",
    "assignments",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "config.middleware.StandingToday",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "assignments.frame.frame",
            ],
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database(os.environ.get("DATABASE_URL"), embedded=DATA_DIR / "db.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People.
AUTH_USER_MODEL = "bodies.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False

# Language and time. Django's own `vi` reads 03/09/2026 as 9 March: see config/formats.
LANGUAGE_CODE = "vi"
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# Files.
STATIC_URL = "static/"
STATIC_ROOT = Path(env("STATIC_ROOT", str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORED_FILES = DATA_DIR / "files"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": STORED_FILES, "file_permissions_mode": 0o600},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    },
}
# Memory only: a secret paper must not touch the disk before it is refused.
FILE_UPLOAD_HANDLERS = ["config.uploads.InMemoryHandler"]
# Above the product's own limits (5 MB of text, 20 MB a file), so that its own sentence is what people read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 40_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Mail.
vars().update(email(os.environ.get("EMAIL_URL")))
MAIL_FOLDER = DATA_DIR / "mails"
DEFAULT_FROM_EMAIL = env("MAIL_FROM", "Đôn đốc <dondoc@localhost>")
PUBLIC_URL = env("PUBLIC_URL", f"http://127.0.0.1:{env('PORT', '8000')}").rstrip("/")

# Celery. The database is the truth: a lost task is queued again by the next scan.
REDIS_URL = os.environ.get("REDIS_URL")
BROKER_FOLDER = DATA_DIR / "broker"
SCAN_SECONDS = env_int("SCAN_SECONDS", 60)
LEASE_SECONDS = env_int("LEASE_SECONDS", 300)
CELERY_BROKER_URL = REDIS_URL or "filesystem://localhost"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = (
    {"visibility_timeout": 900, "unacked_restore_interval": 10, "unacked_restore_throttle": 1}
    if REDIS_URL
    else {
        "data_folder_in": str(BROKER_FOLDER / "queue"),
        "data_folder_out": str(BROKER_FOLDER / "queue"),
        "processed_folder": str(BROKER_FOLDER / "processed"),
        "control_folder": str(BROKER_FOLDER / "control"),
        "store_processed": False,
    }
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CONCURRENCY = env_int("WORKER_CONCURRENCY", 2)
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULER = "assignments.heartbeat.BeatingScheduler"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    # Every minute, not once a day: a missed run is made good by the next, and the
    # unique constraint on Reminder keeps every run after the first silent.
    "scan": {
        "task": "assignments.tasks.scan",
        "schedule": SCAN_SECONDS,
        # A scan still queued when the next one is due is worth nothing.
        "options": {"expires": SCAN_SECONDS},
    },
}

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# Security.
CSRF_FAILURE_VIEW = "assignments.views.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
if not PLAIN_HTTP:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# One line a record on stderr; user text never goes into a log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
    },
}
