"""The buttons 保存する and 保存をやめる. One empty form a page carries the token for all of them."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from django.utils.safestring import SafeString

from keynet.accounts.models import User
from keynet.templatetags.components import icon
from keynet.templatetags.drawing import draw
from postings.models import Posting
from postings.saved import cookie
from postings.saved.shelf import shelf_of

register = template.Library()
BUTTON = (
    '<button class="btn btn--plain btn--sm save" type="submit" form="saving" formaction="{}" name="number" '
    'value="{}" id="save-{}">{}{}<span class="vh">{}</span></button>'
)


@register.inclusion_tag("postings/parts/saving_form.html", takes_context=True)
def saving_form(context: Context) -> dict[str, Any]:
    """Put the form of all save buttons on the page, once; without JavaScript its buttons lead back to this page."""
    request: HttpRequest = context["request"]
    return {"next": request.get_full_path(), "csrf_token": context.get("csrf_token")}


@register.simple_tag(takes_context=True)
def save_button(context: Context, posting: Posting, name: str = "") -> SafeString:
    """Offer to save a posting, or to take it off the list again; needs `saving_form` on the same page.

    `name` is what screen readers add to the button; the title, unless it may not be shown.
    """
    is_saved = posting.pk in shelf_of(context["request"]).keys
    address = reverse("postings:let_go" if is_saved else "postings:keep")
    words = "保存をやめる" if is_saved else "保存する"
    sign = icon("bookmarked" if is_saved else "bookmark")
    return draw(BUTTON, [(address, posting.number, posting.number, sign, words, name or posting.title)])


@register.simple_tag(takes_context=True)
def saved_count(context: Context) -> str:
    """Return 「3件」 for a guest, whose cookie tells without a query; "" for nothing and for a signed-in person."""
    request: HttpRequest = context["request"]
    count = 0 if isinstance(request.user, User) else len(cookie.read(request))
    return f"{count}件" if count else ""
