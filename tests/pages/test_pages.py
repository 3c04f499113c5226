"""Pages that are only text, and pages for when something went wrong."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import reverse

from keynet import views
from keynet.page_urls import SLUGS


@pytest.mark.django_db
@pytest.mark.parametrize("slug", SLUGS)
def test_a_text_has_one_heading_a_title_of_its_own(client: Client, slug: str) -> None:
    response = client.get(reverse(f"page:{slug}"))
    html = response.content.decode()
    assert response.status_code == 200
    assert html.count("<h1") == 1
    assert html.count("｜医療のお仕事 Key-Net</title>") == 1


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (lambda request: views.bad_request(request, ValueError()), 400),
        (lambda request: views.forbidden(request, PermissionDenied()), 403),
        (views.csrf_failure, 403),
        (lambda request: views.not_found(request, ValueError()), 404),
        (lambda request: views.conflict(request, ValueError()), 409),
        (views.broken, 500),
        (views.resting, 503),
    ],
)
def test_an_error_page_is_in_plain_words_and_asks_the_database_nothing(view: object, status: int) -> None:
    request = RequestFactory().get("/nowhere/")
    request.user = AnonymousUser()
    response = view(request)  # type: ignore[operator]  # the views differ in what else they take
    html = response.content.decode()
    assert response.status_code == status
    assert "0120-000-000" in html
    assert "エラー" not in html


@pytest.mark.django_db
def test_health_answers_when_the_database_does(client: Client) -> None:
    assert client.get("/health/").content == b"ok"
