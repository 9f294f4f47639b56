"""Wires, no rules. Importing the Celery app here makes shared tasks find it."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
