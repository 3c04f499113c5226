"""Words for columns that hold several choices."""

from collections.abc import Iterable

from django.db.models import TextChoices


def labels(values: Iterable[str], choices: type[TextChoices]) -> str:
    """The labels of the chosen values, in the order of the choices: 「健康保険、厚生年金」.

    Values that are no choice (any more) are left out.
    """
    chosen = set(values)
    return "、".join(str(choice.label) for choice in choices if choice.value in chosen)
