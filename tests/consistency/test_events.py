"""Events, reactions and letters know each other."""

import pytest

from keynet.lifecycle_drawing import draw
from keynet.outbox.letters import LETTER_KINDS, compose
from keynet.outbox.message import as_html
from keynet.reactions import REACTIONS
from tests.consistency.event_names import event_names
from tests.consistency.sources import ROOT, tracked


def test_every_reaction_is_to_an_event_that_can_happen() -> None:
    assert set(REACTIONS) <= event_names()


def test_event_names_are_noun_dot_participle() -> None:
    assert not [name for name in event_names() if name.count(".") != 1 or name != name.lower()]


def test_the_drawn_lifecycles_are_the_tables() -> None:
    assert (ROOT / "docs" / "lifecycles.md").read_text(encoding="utf-8") == draw(), (
        "run bin/manage draw_lifecycles"
    )


@pytest.mark.parametrize("name", sorted(LETTER_KINDS))
def test_every_letter_kind_can_be_previewed(name: str) -> None:
    kind = LETTER_KINDS[name]
    heading, body = compose(kind, {"stop_url": "", **kind.sample()})
    assert heading.startswith("【Key-Net】")
    assert len(body) > 20
    assert "&amp;" not in body and "&#" not in body, "the text part must not be escaped"
    assert "<p>" in as_html(heading, body)


def test_every_letter_template_belongs_to_a_kind_or_is_part_of_one() -> None:
    texts = tracked("templates/letters/*.txt")
    names = {str(path.relative_to(ROOT / "templates")): path.read_text(encoding="utf-8") for path in texts}
    kinds = {kind.template for kind in LETTER_KINDS.values()}
    parts = {name for name in names if any(f'"{name}"' in text for text in names.values())}
    assert kinds <= set(names)
    assert set(names) == kinds | parts
