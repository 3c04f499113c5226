"""An inspection that lets a broken page pass would make every journey worthless."""

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.inspection import Inspection

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(
    "broken",
    [
        "document.querySelector('h1').remove()",
        "document.querySelector('h1').outerHTML += '<h3>あ</h3>'",
        "document.title = '医療のお仕事 Key-Net'",
        "document.querySelector('main').append(document.createElement('input'))",
        "document.querySelector('h1').style.width = '2000px'",
        "document.querySelector('main').style.color = '#ccc'",
    ],
)
def test_a_broken_page_does_not_pass(visit: Visit, broken: str) -> None:
    page = visit(bypass_csp=True).page
    page.goto("/account/login/")
    page.evaluate(broken)
    with pytest.raises(AssertionError):
        Inspection()(page)


def test_what_the_browser_complains_of_is_heard(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/account/login/")
    visitor.page.evaluate("document.body.append(document.createElement('style'))")
    visitor.page.evaluate("document.querySelector('style').textContent = 'p { color: red }'")
    assert any("Content Security Policy" in words for words in visitor.said)
    visitor.said.clear()
