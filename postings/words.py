"""The office's list of words that mean the same: adding, changing and deleting a group, and what each word finds."""

from django.db import transaction

from keynet.accounts.models import User
from keynet.outbox.events import record
from postings.models import Synonym
from postings.search.criteria import Criteria
from postings.search.posting_search import PostingSearch


def enter(words: list[str], apart: list[str], *, by: User) -> Synonym:
    """Add a group."""
    with transaction.atomic():
        group = Synonym.objects.create(words=words, apart=apart)
        record("synonym.entered", subject=group, actor=by.actor_key, words=words, apart=apart)
    return group


def change(group: Synonym, words: list[str], apart: list[str], *, by: User) -> None:
    """Put other words in the place of a group's; the event keeps both."""
    with transaction.atomic():
        before = Synonym.objects.select_for_update().get(pk=group.pk)
        group.words, group.apart = words, apart
        group.save(update_fields=["words", "apart"])
        was = {"words_before": before.words, "apart_before": before.apart}
        record("synonym.changed", subject=group, actor=by.actor_key, words=words, apart=apart, **was)


def drop(group: Synonym, *, by: User) -> None:
    """Delete a group; from then on each of its words finds only itself."""
    with transaction.atomic():
        record("synonym.dropped", subject=group, actor=by.actor_key, words=group.words, apart=group.apart)
        group.delete()


def counts(words: list[str]) -> list[tuple[str, int]]:
    """Return how many public postings contain each word as typed."""
    return [(word, PostingSearch(Criteria(q=word, exact=True)).total) for word in words]
