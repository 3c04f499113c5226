"""Where the floors are; of its own, since the measuring side does not load Django."""

CONSTANT, CARDS, DETAIL = "/floor/constant/", "/floor/cards/", "/floor/detail/{}/"
