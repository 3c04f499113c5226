"""The letters about a report: to the facility that is asked, and to the reporter who left an address."""

from typing import Any

from keynet.outbox.letters import LetterKind
from postings.models.complaint import Outcome


def _sample() -> dict[str, Any]:
    return {
        "facility": "さくら病院",
        "posting_number": "KN-2611-004182",
        "title": "感染症病棟の看護師",
        "number": "C-2611-000012",
        "question": "面接で示した時給と、掲載の時給が同じかどうか、確かめてください。",
        "outcome": Outcome.CORRECTED.label,
        "url": "https://key-net.example/facility/0123/complaints/C-2611-000012/",
    }


ASKED = LetterKind(
    name="postings.complaint_asked",
    title="掲載の内容についての運営事務局からの質問",
    to="施設の担当者",
    sample=_sample,
)
SETTLED = LetterKind(
    name="postings.complaint_settled",
    title="運営事務局からの質問の終わり",
    to="施設の担当者",
    sample=_sample,
)
# To an address that nobody has proved; but one letter a report, and only after an officer has read it.
REPLIED = LetterKind(
    name="postings.complaint_replied",
    title="「実際と違うとき」の報告への返事",
    to="報告した方",
    sample=_sample,
    private=True,
)
