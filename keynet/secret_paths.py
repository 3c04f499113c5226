"""Addresses that open something for whoever knows them: what they must never leave behind."""

import logging
import re

# The part after the prefix is the secret, or the name of a page without one; both are harmless to hide.
SECRET_PATH = re.compile(
    r"/(?:registration|applications|inquiries|postings/current|recruiters/opt-in|recruiters/stop|alerts"
    r"|account/first|account/new|account/security/address/new|account/join|account/confirm-email|account/password/reset/key)/"
)
_SECRET = re.compile(rf"({SECRET_PATH.pattern})[^/\s]+")


def is_secret(path: str) -> bool:
    """Return whether the address of a page may hold a secret."""
    return SECRET_PATH.match(path) is not None


class WithoutSecrets(logging.Filter):
    """Leaves the secrets out of log lines: Django writes the path of every answer from 400 on."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record; in its words each secret becomes 「…」."""
        record.msg, record.args = _SECRET.sub(r"\1…", record.getMessage()), None
        return True
