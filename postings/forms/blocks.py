"""The four blocks of a posting, in the order in which they are offered."""

from postings.forms.block import BlockForm
from postings.forms.conditions import ConditionsForm
from postings.forms.intake import IntakeForm
from postings.forms.pay import PayForm
from postings.forms.work import WorkForm

BLOCK_FORMS: dict[str, type[BlockForm]] = {
    form.block: form for form in (WorkForm, ConditionsForm, PayForm, IntakeForm)
}
"""Block name (as in the address) → its form."""

BLOCK_TITLES = {
    "work": "仕事の内容",
    "conditions": "勤務の条件",
    "pay": "給与・保険",
    "intake": "応募の受付と誓約",
}
