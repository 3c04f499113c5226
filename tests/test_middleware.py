"""What holds for every request."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
def test_an_address_that_takes_only_a_button_says_so_when_it_is_opened(client: Client) -> None:
    answer = client.get(reverse("registration:begin"))
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "1つ前のページに戻り" in answer.content.decode()
