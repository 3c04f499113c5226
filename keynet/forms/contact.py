"""How to reach people: telephone, postal code, mail. Any width and hyphen is read; the bare value is stored."""

from typing import Any

from keynet.forms.asked import TypedField
from keynet.forms.text import SingleLineField
from keynet.vocabulary.contact import format_phone, format_postal, mail_address, phone_digits, postal_digits


class PhoneField(SingleLineField):
    """A Japanese telephone number; answers its digits."""

    autocomplete = "tel"
    inputmode = "tel"
    width = "m"

    def read(self, text: str) -> str:
        """Return ten or eleven digits."""
        return phone_digits(text)

    def show(self, value: str) -> str:
        """Return the number with hyphens."""
        return format_phone(value)

    def prepare_value(self, value: Any) -> Any:
        """Show a stored number with hyphens, a typed one as typed."""
        return format_phone(value) if isinstance(value, str) and value.isdigit() else value


class PostalField(SingleLineField):
    """A postal code; answers seven digits. The form may offer `fill_address` beside it (components/postal.html)."""

    autocomplete = "postal-code"
    inputmode = "numeric"
    width = "s"

    def read(self, text: str) -> str:
        """Return seven digits."""
        return postal_digits(text)

    def show(self, value: str) -> str:
        """Return 〒 and the code with its hyphen."""
        return f"〒{format_postal(value)}"

    def prepare_value(self, value: Any) -> Any:
        """Show a stored code with its hyphen, a typed one as typed."""
        is_stored = isinstance(value, str) and len(value) == 7 and value.isdigit()
        return format_postal(value) if is_stored else value


class MailField(TypedField):
    """One mail address; answers it as a mail server understands it, "" when empty."""

    autocomplete = "email"
    # Not type=email: browsers change or refuse full-width addresses before the server can put them right.
    inputmode = "email"

    def read(self, text: str) -> str:
        """Return the one address."""
        return mail_address(text)

    def to_python(self, value: Any) -> Any:
        """Return text, never None."""
        return super().to_python(value) or ""
