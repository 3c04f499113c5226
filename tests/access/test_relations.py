"""No verb reaches another one's object under the own address; everything else about relations stands in cells.py."""

import pytest

from tests.access.database import fingerprint
from tests.access.oracle import rules
from tests.access.related import FOREIGN, Related

pytestmark = pytest.mark.django_db


def test_no_verb_reaches_a_foreign_object_under_the_own_address(related: Related) -> None:
    client = related.client("sato")
    before = fingerprint()
    wrong = []
    for rule in rules():
        if rule.who == "facility" and "POST" in rule.methods and rule.takes_an_object:
            for relation in FOREIGN:
                address = related.address(rule.name, "sato", relation) or ""
                answer = client.post(
                    address, {"text": "x", "reason": "elsewhere", "headcount": "1", "to": "member"}
                )
                if answer.status_code != 404:
                    wrong.append(f"{rule.name} {relation}: {answer.status_code}")
    assert not wrong
    assert fingerprint() == before
