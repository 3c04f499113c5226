"""Cards as they were drawn last. Most lists show the same newest postings to everybody, and a card is a pure function
of what is stored, of the day and of the labels that come and go: whatever changes makes another key."""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b

from django.core.cache import caches
from django.db.models import Model
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from postings.models import Posting

SECONDS = 3600


def drawn_once(posting: Posting, draw: Callable[[], str], *shown: object) -> SafeString:
    """Return what `draw` draws of a posting and its facility; `shown` is everything else that it depends on."""
    stored = (_stored(posting), _stored(posting.facility), timezone.localdate(), shown)
    key = blake2b(repr(stored).encode(), digest_size=16).hexdigest()
    text = caches["cards"].get(key)
    if text is None:
        text = draw()
        caches["cards"].set(key, text, SECONDS)
    return mark_safe(text)  # noqa: S308 -- drawn by a template, which escapes


def _stored(row: Model) -> list[object]:
    known = row.__dict__
    return [known.get(name) for name in _names(type(row))]


@cache
def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]
