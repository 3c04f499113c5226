"""Every page as everybody it is meant for: nobody reads a word that was written for somebody else."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.related import HIDDEN_NAME, Related
from tests.access.words import (
    AUDIENCE,
    DISCLOSED,
    MUST_READ,
    NEIGHBOUR,
    READS,
    found_words,
    may_read,
    words_in,
)

pytestmark = pytest.mark.django_db


def test_nobody_reads_a_word_written_for_somebody_else(related: Related) -> None:
    wrong, read = [], {who: set[str]() for who in AUDIENCE}
    for who, page, words in found_words(related):
        read[who] |= words - DISCLOSED.get(page, set())
        wrong += [f"{who} {page}: {word}" for word in words - may_read(who, page)]
    assert not wrong, "\n".join(wrong)
    unread = {who: words - read[who] for who, words in MUST_READ.items() if words - read[who]}
    assert not unread, "the walk did not come to the pages where these stand"


def test_the_list_of_applicants_as_a_file_names_nobody_of_another_facility(related: Related) -> None:
    answer = related.client("suzuki").post(
        reverse("inbox:file_csv", args=[related.homes["suzuki"].public_id]), {"reason": "選考のため"}
    )
    assert answer.status_code == 200
    assert words_in(answer) <= READS["suzuki"]
    assert NEIGHBOUR.people in words_in(answer)


def test_a_hidden_name_is_not_found_by_searching_for_it(related: Related, client: Client) -> None:
    for page in ("postings:search", "postings:search_csv", "postings:feed"):
        answer = client.get(reverse(page), {"q": HIDDEN_NAME})
        numbers = related.things["second"]["number"].encode()
        body = answer.getvalue() if answer.streaming else answer.content
        assert numbers not in body, page
