"""When X, then Y: every wire between the apps, on one page. A reaction only writes rows.

Event name → functions of the event. An event without an entry is history only.
"""

from keynet.outbox.relay import Reactions

REACTIONS: Reactions = {}
