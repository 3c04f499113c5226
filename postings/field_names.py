"""What the form calls its fields, and in which block each stands: for reasons, warnings and histories."""

from functools import cache

from facilities.models import Facility
from postings.forms.blocks import BLOCK_TITLES
from postings.models.terms import BLOCKS

FACILITY_TITLE = "施設の情報"
FACILITY_FIELDS = (
    "kind", "name", "institution_code", "lg_code", "entrusted_by", "prefecture", "city", "address", "phone",
)  # fmt: skip


@cache
def grouped_fields() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every field that can be returned, grouped by the blocks of the form."""
    groups = [
        (BLOCK_TITLES[block], [(field.name, str(field.verbose_name)) for field in terms._meta.local_fields])
        for block, terms in BLOCKS.items()
    ]
    asked = {field.name: str(field.verbose_name) for field in Facility._meta.concrete_fields}
    facility = [(name, asked[name]) for name in FACILITY_FIELDS]
    return [*groups, (FACILITY_TITLE, facility)]


@cache
def field_label(name: str) -> str:
    """Return what the form calls a field; a name of no field stays as it is."""
    return next(
        (label for _group, fields in grouped_fields() for field, label in fields if field == name), name
    )
