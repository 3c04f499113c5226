"""The three links of somebody with saved conditions: to say yes to one, to manage all, to stop all."""

from postings.alerts.models import SavedCondition, Subscriber
from postings.alerts.standing_links import StandingLink

START = StandingLink(SavedCondition, "conditions.start", "alerts:start")
MANAGE = StandingLink(Subscriber, "conditions.manage", "alerts:manage")
STOP = StandingLink(Subscriber, "conditions.stop", "alerts:stop")
