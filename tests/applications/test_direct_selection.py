"""自治体との直接の選考: only where a municipality stands behind the posting."""

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.models import Application
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from tests.applications.test_facility_inbox import text, url
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def test_a_hospital_without_a_municipality_has_no_direct_selection(
    application: Application, sato: User
) -> None:
    client = signed_in(sato)
    page = reverse("inbox:application", args=[application.posting.facility.public_id, application.public_id])
    assert "自治体との直接の選考" not in text(client.get(page))
    assert client.post(url("direct", application)).status_code == 409


@pytest.mark.parametrize(("kind", "entrusted_by"), [("health_center", ""), ("checkup_org", "横浜市")])
def test_a_direct_selection_is_noted_and_its_result_still_due(
    application: Application, sato: User, kind: str, entrusted_by: str
) -> None:
    facilities = Facility.objects.filter(pk=application.posting.facility_id)
    facilities.update(kind=kind, entrusted_by=entrusted_by)
    client = signed_in(sato)
    page = reverse("inbox:application", args=[application.posting.facility.public_id, application.public_id])
    assert "記録は取り消せません" in text(client.get(page))
    client.post(url("direct", application))
    application.refresh_from_db()
    assert application.direct_selection_on == timezone.localdate() and application.is_undecided
    assert client.post(url("direct", application)).status_code == 409
    assert Event.objects.about(application).filter(name="application.directed").count() == 1
