"""When X, then Y: every wire between the apps, on one page. A reaction only writes rows.

Event name → functions of the event. An event without an entry is history only.
"""

from keynet.outbox.relay import Reactions
from postings.alerts.invitations import invite_by_letter
from postings.alerts.publication import tell_of_change, tell_of_publication, tell_the_others

REACTIONS: Reactions = {
    # who must know of a posting (postings.alerts.letters.news names the circles)
    "posting.published": [tell_of_publication],
    "posting.paused": [tell_of_change],
    "posting.suspended": [tell_of_change],
    "posting.resumed": [tell_of_change, tell_the_others],
    "posting.closed": [tell_of_change],
    # recruiters say yes themselves
    "recruiter.invited": [invite_by_letter],
}
