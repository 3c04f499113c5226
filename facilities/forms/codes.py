"""Codes of public registers as people type them: any width, hyphens and spaces allowed."""

from keynet.forms import SingleLineField
from keynet.vocabulary.codes import clean_institution_code, clean_lg_code


class InstitutionCodeField(SingleLineField):
    """医療機関コード; answers seven digits, nine with the prefecture, or ten with prefecture and fee schedule."""

    inputmode = "numeric"
    width = "m"

    def read(self, text: str) -> str:
        """Return digits."""
        return clean_institution_code(text[:40])


class LgCodeField(SingleLineField):
    """全国地方公共団体コード; answers six digits."""

    inputmode = "numeric"
    width = "s"

    def read(self, text: str) -> str:
        """Return six digits whose check digit fits."""
        return clean_lg_code(text[:40])
