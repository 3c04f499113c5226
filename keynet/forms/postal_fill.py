"""郵便番号→住所 by a button: no JavaScript, and nothing that was typed is replaced."""

from django.http import QueryDict

from keynet.vocabulary.contact import postal_digits
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.postal import look_up

FILL_ADDRESS = "fill_address"
"""What the button of components/postal.html posts as `action`."""
NOT_FOUND = "この郵便番号の住所は見つかりませんでした。住所を入力してください。"
KEPT = "住所はすでに入力されているため、そのままにしました。"


class PostalFill:
    """Mix into a form with `<prefix>postal_code, prefecture, city, address`.

    The form names the question with the button in `postal_fields`; `postal_answer` says what was done.
    """

    postal_prefix = ""
    postal_answer = ""

    @classmethod
    def with_address(cls, data: QueryDict) -> tuple[QueryDict, str]:
        """Return the typed data with the empty parts of the address filled in, and the sentence about it."""
        try:
            code = postal_digits(data.get(f"{cls.postal_prefix}postal_code", "")[:40])
        except Mistake as mistake:
            return data, mistake.sentence
        places = look_up(code)
        if not places:
            return data, NOT_FOUND
        place = places[0]
        parts = {"prefecture": place.prefecture, "city": place.city, "address": place.neighborhood}
        empty = {name: value for name, value in parts.items() if not _typed(data, cls.postal_prefix + name)}
        if not empty:
            return data, KEPT
        filled = data.copy()
        for name, value in empty.items():
            filled[cls.postal_prefix + name] = value
        several = "ほかの地域も同じ郵便番号です。" if len(places) > 1 else ""
        return filled, f"住所を入れました。{several}番地を確かめてください。"


def _typed(data: QueryDict, name: str) -> bool:
    return bool(data.get(name, "").strip())
