"""How often a facility is asked, how long its silence is borne, and what day it is told (domain.md B.5): one place."""

from datetime import timedelta

EVERY = timedelta(days=14)
"""After so many days without a word of the facility it is asked 「内容は最新ですか」, and asked again."""

SILENCES = 2
"""So many letters may stay unanswered; when the last has been out for another 14 days, the posting ends."""

REMINDED_BEFORE = timedelta(days=7)
"""So long before the last day the facility is reminded of it."""

ONE_EXTENSION = timedelta(days=31)
"""What one click adds to the last day, at most to the end of the month after next."""

LINK_FOR = 2 * EVERY
"""How long the link of a letter works: until the letter after it would have been answered."""
