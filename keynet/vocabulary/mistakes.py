"""What is wrong with something a person typed, and what they can do about it."""

from typing import NamedTuple


class Mistake(ValueError):
    """Typed text that cannot be used.

    `code` is for programs; `sentence` tells the person, in Japanese, what to do.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Notice(NamedTuple):
    """Something to look at again. It only asks: the person may keep what they typed."""

    code: str
    sentence: str
