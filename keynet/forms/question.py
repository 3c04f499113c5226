"""A field on a page: what the templates of the design system ask of it."""

from django import forms
from django.forms.boundfield import BoundField
from django.forms.forms import BaseForm

from keynet.forms.sentences import speak


class Question(BoundField):
    """Django's bound field, with the link target of its error, its unit and its answer in words.

    Every form makes these before it cleans, those of libraries too: so all errors are our sentences, and no control
    has a placeholder.
    """

    def __init__(self, form: BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        speak(field, str(self.label))
        field.widget.attrs.pop("placeholder", None)

    @property
    def id_for_error(self) -> str:
        """Return the id of the first control: where a link of the error summary puts the focus."""
        if isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return f"{self.auto_id}_0"
        return self.id_for_label

    @property
    def unit(self) -> str:
        """Return what stands behind the control, such as 円 or 名; empty when nothing does."""
        return getattr(self.field, "unit", "")

    @property
    def answer(self) -> str:
        """Return the checked answer as people read it; empty when there is none."""
        self.form.is_valid()
        value = getattr(self.form, "cleaned_data", {}).get(self.name)
        if value in (None, "", []):
            return ""
        show = getattr(self.field, "show", str)
        return str(show(value))
