"""The sentences of errors: what to do, in the words of the question, never "invalid" or "required"."""

from django import forms
from django.utils.functional import Promise

CHOOSING = (forms.ChoiceField, forms.ModelChoiceField)

# By Django's code of the error. {label} is the question; %(…)s are filled by Django.
SENTENCES = {
    "required": "{label}を入力してください",
    "invalid": "{label}を確かめて、もう一度入力してください",
    "max_length": "{label}は%(limit_value)d文字以内で入力してください（いま%(show_value)d文字です）",
    "min_length": "{label}は%(limit_value)d文字以上で入力してください（いま%(show_value)d文字です）",
    "max_value": "{label}は%(limit_value)s以下で入力してください",
    "min_value": "{label}は%(limit_value)s以上で入力してください",
    "null_characters_not_allowed": "{label}に使えない文字があります。その文字を消してください",
    "unreadable": "{label}に使えない文字があります。その文字を消してください",
    "invalid_choice": "{label}を選び直してください",
    "invalid_list": "{label}を選び直してください",
    "invalid_pk_value": "{label}を選び直してください",
}


def speak(field: forms.Field, label: str) -> None:
    """Put the question into every sentence of the field; Django's own sentences give way to ours."""
    for code, sentence in SENTENCES.items():
        if code not in field.error_messages or isinstance(field.error_messages[code], Promise):
            field.error_messages[code] = _choosing(sentence, field, code)
    field.error_messages = {
        code: str(sentence).replace("{label}", label) for code, sentence in field.error_messages.items()
    }


def _choosing(sentence: str, field: forms.Field, code: str) -> str:
    if code == "required" and isinstance(field, CHOOSING):
        return "{label}を選んでください"
    return sentence
