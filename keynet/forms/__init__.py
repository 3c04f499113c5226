"""The questions of the design system: fields that clean what people type and draw themselves (docs/design.md)."""

from keynet.forms.choices import (
    CheckChipsField,
    CheckListField,
    PledgeField,
    PrefectureField,
    RadioChoiceField,
    SelectField,
    YesNoField,
)
from keynet.forms.contact import MailField, PhoneField, PostalField
from keynet.forms.dates import DateField
from keynet.forms.form import Form, ModelForm
from keynet.forms.numbers import CountField, TimeField, YenField
from keynet.forms.submission import SubmissionField, SubmittedOnce
from keynet.forms.text import KanaField, MultiLineField, SingleLineField

__all__ = [
    "CheckChipsField",
    "CheckListField",
    "CountField",
    "DateField",
    "Form",
    "KanaField",
    "MailField",
    "ModelForm",
    "MultiLineField",
    "PhoneField",
    "PledgeField",
    "PostalField",
    "PrefectureField",
    "RadioChoiceField",
    "SelectField",
    "SingleLineField",
    "SubmissionField",
    "SubmittedOnce",
    "TimeField",
    "YenField",
    "YesNoField",
]
