"""Templates of answers (ひな型): a facility's own and one shipped for each use, with three placeholders.

A placeholder stands for what every letter says anyway; a name or a telephone number can never come in by a template.
"""

import re

from django.db.models import QuerySet

from applications.models import AnswerTemplate, Application, Inquiry
from facilities.models import Facility

Use = AnswerTemplate.Use
PLACEHOLDERS = ("受付番号", "職種", "施設名")
IN_BRACES = re.compile(r"\{([^{}\n]{0,40})\}")
THANKS = "このたびは、当施設の求人に応募いただき、ありがとうございます。\n\n"
SHIPPED: dict[str, str] = {
    Use.INVITE: THANKS + "面接を行いたく、ご案内します。下の候補から、ご都合のよい日時をお選びください。",
    Use.OFFER: THANKS
    + "選考の結果、内定としましたのでお知らせします。承諾されるかどうかをお知らせください。",
    Use.NOT_SELECT: THANKS + "慎重に選考した結果、今回は採用を見送ることになりました。ご了承ください。",
    Use.REPLY: "お問い合わせいただき、ありがとうございます。\n\n",
}
"""What stands in the form before a facility has templates of its own."""


def unknown_placeholders(text: str) -> list[str]:
    """Return what stands in braces and is none of the three, in order."""
    return [name for name in IN_BRACES.findall(text) if name not in PLACEHOLDERS]


def filled(text: str, row: Application | Inquiry) -> str:
    """Return the words with the placeholders replaced; other braces stay as typed."""
    facts = {
        "受付番号": row.number,
        "職種": row.posting.get_occupation_display(),
        "施設名": row.posting.facility.name,
    }
    return IN_BRACES.sub(lambda found: facts.get(found[1], found[0]), text)


def templates_of(facility: Facility, use: str) -> QuerySet[AnswerTemplate]:
    """Return the facility's own templates for a use, by name."""
    return AnswerTemplate.objects.filter(facility=facility, use=use).order_by("name", "pk")


def words_of(facility: Facility, use: str, chosen: str) -> str:
    """Return the words of a template by its public number; the shipped ones for an empty or unknown number."""
    for template in templates_of(facility, use):
        if str(template.public_id) == chosen:
            return template.text
    return SHIPPED[use]
