"""What the table says about itself."""

from datetime import date

import pytest

from keynet.vocabulary.mistakes import Mistake
from nursecenter.facts import read_facts
from nursecenter.importing import SHIPPED

TEXT = SHIPPED.with_suffix(".toml").read_text(encoding="utf-8")


def test_the_shipped_facts_keep_a_period_for_each_column() -> None:
    columns = read_facts(TEXT).columns
    begins = {key: column.period_from for key, column in columns.items()}
    assert begins["seekers"] == date(2020, 4, 6)
    assert begins["offers_vaccination"] == begins["trained"] == date(2021, 4, 12)
    assert begins["placements_vaccination"] == date(2021, 2, 1), (
        "note 2 says 21.2.1, whatever the heading says"
    )
    assert "注2" in columns["placements_vaccination"].period_note


def test_every_marker_of_a_column_has_its_note() -> None:
    facts = read_facts(TEXT)
    assert {column.marker for column in facts.columns.values()} == {"", "1", "2", "3"}
    assert [note.marker for note in facts.notes] == ["1", "2", "3", "", "", "", ""]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as_of = 2021-05-16", ""),
        ("as_of = 2021-05-16", 'as_of = "2021-05-16"'),
        ("as_of = 2021-05-16", "as_of = 2021-05-16T00:00:00"),
        ('title = "', 'titel = "'),
        ('label = "求人数"', 'label = ""'),
        ('label = "求人数"', f'label = "{"長" * 201}"'),
        ("[columns.trained]", "[columns.other]"),
        ('marker = "3"', 'marker = "12345"'),
        ('text = "21.4.12以前', 'words = "21.4.12以前'),
        ("title =", "title"),
    ],
)
def test_what_is_missing_is_said(old: str, new: str) -> None:
    with pytest.raises(Mistake, match="表の説明"):
        read_facts(TEXT.replace(old, new))
