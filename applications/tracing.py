"""From a leaked line to the file it is from (leak drill): by the file's number, or by whose line it is."""

import re
from collections.abc import Iterator

from django.db.models import Q

from applications.models import Application, ListFile

_FILE = re.compile(r"\bL-\d{4}-(\d{6,18})\b")
_APPLICATION = re.compile(r"\bA-\d{4}-(\d{6,18})\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\b0\d{1,4}-?\d{1,4}-?\d{3,4}\b")


def trace(line: str) -> list[ListFile]:
    """Return the files that a line may be from, the newest first: one when it kept its file's number."""
    files = ListFile.objects.select_related("facility", "taken_by").order_by("-at", "-pk")
    named = [file for file in files.filter(pk__in=_FILE.findall(line)) if file.number in line]
    return named or list(files.filter(applications__overlap=[row.pk for row in _applications_in(line)]))


def people_in(file: ListFile) -> list[Application]:
    """Return whose data is out, when the file is."""
    return list(Application.objects.filter(pk__in=file.applications).order_by("pk"))


def _applications_in(line: str) -> Iterator[Application]:
    """Give the applications that a line speaks of: by number, or by mail address or phone while they are kept."""
    phones = [number.replace("-", "") for number in _PHONE.findall(line)]
    known = Q(email__in=_MAIL.findall(line)) | Q(phone__in=phones)
    for row in Application.objects.filter(Q(pk__in=_APPLICATION.findall(line)) | known):
        if row.number in line or row.email in line or row.phone in phones:
            yield row
