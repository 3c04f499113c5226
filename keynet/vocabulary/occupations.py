"""The occupations a posting may ask for.

Source: the circular of 2020-05-27, 1(2), names eleven, in the order kept here. The vaccination programme
of 2021 asks for 「医師、看護師、准看護師、事務職員等」; its 「等」 is `OTHER`, open to that programme only.
"""

from django.db.models import TextChoices


class Occupation(TextChoices):
    """A posting asks for exactly one of these."""

    DOCTOR = "doctor", "医師"
    PUBLIC_HEALTH_NURSE = "public_health_nurse", "保健師"
    MIDWIFE = "midwife", "助産師"
    NURSE = "nurse", "看護師"
    ASSISTANT_NURSE = "assistant_nurse", "准看護師"
    RADIOGRAPHER = "radiographer", "診療放射線技師"
    LABORATORY_TECHNOLOGIST = "laboratory_technologist", "臨床検査技師"
    CLINICAL_ENGINEER = "clinical_engineer", "臨床工学技士"
    PHARMACIST = "pharmacist", "薬剤師"
    PARAMEDIC = "paramedic", "救急救命士"
    CLERK = "clerk", "事務職"
    OTHER = "other", "その他"

    @property
    def licence(self) -> str:
        """The licence the law asks for; 「不問」 for clerks, "" where the posting itself has to say it."""
        if self is Occupation.OTHER:
            return ""
        return "不問" if self is Occupation.CLERK else f"{self.label}免許"

    @property
    def slug(self) -> str:
        """The word for this occupation in an address: `public-health-nurse`."""
        return self.value.replace("_", "-")


LISTED = tuple(occupation for occupation in Occupation if occupation is not Occupation.OTHER)
"""The eleven occupations of the circular, in its order."""

NURSING = frozenset(
    {Occupation.PUBLIC_HEALTH_NURSE, Occupation.MIDWIFE, Occupation.NURSE, Occupation.ASSISTANT_NURSE}
)
"""看護職: postings for these also go to the prefecture's nurse center."""

VACCINATION = (
    Occupation.DOCTOR,
    Occupation.NURSE,
    Occupation.ASSISTANT_NURSE,
    Occupation.CLERK,
    Occupation.OTHER,
)
"""What a vaccination posting may ask for (circular of 2021-05-06)."""

NEEDS_DEPARTMENT = frozenset({Occupation.DOCTOR})
"""A posting for these has to name the departments."""

NEEDS_SHIFT_PATTERN = NURSING
"""A posting for these has to name the shift pattern."""

_BY_SLUG = {occupation.slug: occupation for occupation in Occupation}


def by_slug(slug: str) -> Occupation | None:
    """The occupation whose address word this is, or None."""
    return _BY_SLUG.get(slug)
