"""A posting asked again, with some answers changed."""

from typing import Any

from django.http import QueryDict

from keynet.forms.retyped import retyped
from postings.forms.block import BlockForm
from postings.forms.blocks import BLOCK_FORMS
from postings.models import Posting


def typed(posting: Posting, block: str, **changes: Any) -> QueryDict:
    """Return what a browser posts when only `changes` are typed anew."""
    unbound = BLOCK_FORMS[block](instance=posting)
    data = QueryDict(mutable=True)
    for name, value in {**retyped(unbound), "stamp": unbound.stamp, **changes}.items():
        if isinstance(value, list):
            data.setlist(name, value)
        elif value is not None and value is not False:
            data[name] = "on" if value is True else value
    return data


def answered(posting: Posting, block: str, *, draft: bool = False, **changes: Any) -> BlockForm:
    """Return the block's form with the changed answers, checked."""
    form = BLOCK_FORMS[block](typed(posting, block, **changes), instance=posting, draft=draft)
    form.is_valid()
    return form
