"""How a keyword is read: words split at spaces, folded, with the words that mean the same. The page says so."""

from dataclasses import dataclass
from functools import cached_property

from django.core.cache import caches

from postings.models import Synonym
from postings.models.search_key import folded

SECONDS = 60
"""How long a change of the synonyms by the office may take to reach a search."""


@dataclass(frozen=True, slots=True)
class Word:
    """A typed word: a posting fits that contains it or one of its equals, outside of the longer words apart."""

    typed: str
    others: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what to look for, folded; what contains another of them is found with it."""
        keys = dict.fromkeys(map(folded, (self.typed, *self.others)))
        return tuple(key for key in keys if not any(other != key and other in key for other in keys))

    def apart_from(self, key: str) -> tuple[str, ...]:
        """Return the longer words inside which this key does not count, folded; the longest is taken out first."""
        longer = (word for word in map(folded, self.apart) if key in word)
        return tuple(sorted(longer, key=len, reverse=True))


@dataclass(frozen=True)
class Reading:
    """A keyword as it is searched; every word has to be found."""

    words: tuple[Word, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Return whether exactly the typed words are looked for."""
        return not any(word.others or word.apart for word in self.words)

    @cached_property
    def notes(self) -> list[str]:
        """Return in sentences what was done to the typed words; `exact=1` in the address undoes it."""
        notes = []
        for word in self.words:
            if word.others:
                notes.append(f"「{word.typed}」は「{'・'.join(word.others)}」も含めてさがしました。")
            if word.apart:
                notes.append(f"「{'・'.join(word.apart)}」だけの求人は含めていません。")
        return notes


def read_keyword(keyword: str, *, exact: bool = False) -> Reading:
    """Return how a keyword is read; with `exact`, each word as typed and nothing else."""
    typed = {key: word for word in keyword.split() if (key := folded(word))}
    if not typed or exact:
        return Reading(tuple(map(Word, typed.values())))
    groups = _groups()
    return Reading(tuple(_read_word(key, as_typed, groups) for key, as_typed in typed.items()))


def _read_word(key: str, typed: str, groups: list[tuple[list[str], list[str]]]) -> Word:
    """Return the word with its equals; a word apart stays in when the typed word contains it."""
    for words, apart in groups:
        keys = [folded(word) for word in words]
        if key in keys:
            others = (word for word, one in zip(words, keys, strict=True) if one != key)
            return Word(typed, tuple(others), tuple(word for word in apart if folded(word) not in key))
    return Word(typed)


def _groups() -> list[tuple[list[str], list[str]]]:
    found: list[tuple[list[str], list[str]]] | None = caches["pages"].get("postings.synonyms")
    if found is None:
        found = list(Synonym.objects.order_by("pk").values_list("words", "apart"))
        caches["pages"].set("postings.synonyms", found, SECONDS)
    return found
