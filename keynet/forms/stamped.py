"""The same form open twice: the later save shows what the earlier one wrote, and asks, instead of undoing it."""

import hashlib
import json
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.models import model_to_dict

OVERTAKEN = "この画面を開いたあとに、ほかの画面で保存された内容があります。見比べて、もう一度保存してください"


class Stamped:
    """Mix into a ModelForm; its template shows `stamp` as a hidden input and lists `elsewhere`."""

    stamp_name = "stamp"
    """What the hidden input is called; two forms on one page need two names."""
    data: Any
    fields: dict[str, forms.Field]
    instance: Any
    is_bound: bool
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Taken before cleaning, which writes the new answers into the instance.
        self.stored = model_to_dict(self.instance, fields=list(self.fields))
        self.elsewhere: list[tuple[str, str]] = []

    @property
    def stamp(self) -> str:
        """Return the fingerprint of the stored answers; the page posts it back."""
        return hashlib.sha256(json.dumps(self.stored, cls=DjangoJSONEncoder).encode()).hexdigest()[:16]

    def compare_with_stored(self) -> None:
        """Fill `elsewhere` when somebody saved other answers since the page was opened; call it while cleaning."""
        posted = self.data.get(self.stamp_name, self.stamp)
        if posted == self.stamp:
            return
        self.elsewhere = [
            (str(self.fields[name].label), self._in_words(name, stored))
            for name, stored in self.stored.items()
            if self.cleaned_data.get(name, self) != stored
        ]

    def _in_words(self, name: str, stored: Any) -> str:
        if stored in (None, "", []):
            return "（入力なし）"
        return str(getattr(self.fields[name], "show", str)(stored))
