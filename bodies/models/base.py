"""What rows of every room share."""

import uuid

from django.db import models


class Keyed(models.Model):
    """A row with a name of its own that survives a restore: events and references use it, not the id."""

    key = models.UUIDField("mã hệ thống", unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
