"""連携先: bodies outside the service that a posting is given to, so that they tell seekers of it."""

from django.db.models import TextChoices

from keynet.vocabulary.occupations import NURSING, Occupation


class SharedWith(TextChoices):
    """The scheme makes provision a condition (circular of 2020-05-27); only private bodies can be refused."""

    HELLO_WORK = "hello_work", "ハローワーク"
    NURSE_CENTER = "nurse_center", "都道府県ナースセンター"
    DOCTOR_BANK = "doctor_bank", "医師バンク"
    RECRUITERS = "recruiters", "民間職業紹介事業者"

    def takes(self, occupation: str) -> bool:
        """Return whether the body is concerned with the occupation."""
        if self is SharedWith.NURSE_CENTER:
            return occupation in NURSING
        return self is not SharedWith.DOCTOR_BANK or occupation == Occupation.DOCTOR
