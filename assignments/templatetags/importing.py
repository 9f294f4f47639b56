"""The way to the import of an old register, for whoever may do it."""

from django import template
from django.urls import reverse
from django.utils.html import format_html

from assignments.permissions import imports_for

register = template.Library()


@register.simple_tag(takes_context=True)
def import_link(context: template.Context) -> str:
    if not imports_for(context["request"].standing):
        return ""
    return format_html('<a class="button" href="{}">Nhập sổ cũ</a> ', reverse("import-register"))
