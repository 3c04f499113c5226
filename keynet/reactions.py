"""When X, then Y: every wire between the apps, on one page. A reaction only writes rows.

Event name → functions of the event. An event without an entry is history only.
"""

from applications.meeting.changing import call_off_of_ended
from applications.meeting.telling import (
    tell_both_of_interview,
    tell_facility_that_none_fits,
    tell_of_withdrawn_slot,
)
from applications.others import ask_hired_about_others
from applications.safekeeping.emergencies import tell_facility as tell_facility_of_emergency
from applications.talking.telling import tell_of_message
from applications.telling import (
    tell_asker_of_answer,
    tell_facility_of_application,
    tell_facility_of_inquiry,
    tell_facility_of_reply,
    tell_undecided_of_end,
    tell_undecided_of_revision,
)
from applications.waiting.lapsing import tell_applicant_of_lapse
from facilities.first_login import note_first_login
from facilities.second_factor import tell_admins_of_reset
from keynet.outbox.relay import Reactions
from postings.alerts.invitations import invite_by_letter
from postings.alerts.publication import tell_of_change, tell_of_publication, tell_the_others
from postings.check.letters import tell_its_facility
from postings.complaints.telling import tell_facility_of_question, tell_of_settlement
from postings.registration.letters import (
    tell_of_confirmation,
    tell_of_receipt,
    tell_of_rejection,
    tell_of_return,
)
from postings.registration.links import mail_links
from postings.upkeep.freshness.telling import tell_facility_of_its_end

REACTIONS: Reactions = {
    # the clerk who registers a facility
    "registration.received": [tell_of_receipt],
    "registration.returned": [tell_of_return],
    "registration.confirmed": [tell_of_confirmation],
    "registration.rejected": [tell_of_rejection],
    # somebody asked to go on with what they began; whether the address began anything is found out here, not in the answer
    "registration.links_asked": [mail_links],
    "account.first_login": [note_first_login],
    # somebody lost their second step: those who answer for the facility's people hear of it
    "account.second_factor_reset": [tell_admins_of_reset],
    # the same link mailed afresh, asked for by the office
    "registration.link_renewed": [tell_of_confirmation],
    # what the office received and decided about a facility's further postings
    "posting.submitted": [tell_its_facility],
    "posting.returned": [tell_its_facility],
    "posting.checked": [tell_its_facility],
    "posting.rejected": [tell_its_facility],
    "posting.joined": [tell_its_facility],
    "posting.lifted": [tell_its_facility],
    # who must know of a posting (postings.alerts.letters.news names the circles)
    "posting.published": [tell_of_publication],
    "posting.paused": [tell_of_change, tell_undecided_of_end],
    "posting.suspended": [tell_of_change, tell_its_facility],
    "posting.resumed": [tell_of_change, tell_the_others],
    "posting.closed": [tell_of_change, tell_undecided_of_end, tell_facility_of_its_end],
    # who waits for an answer hears when pay, place, hours or contract change meanwhile
    "posting.revised": [tell_undecided_of_revision],
    # 「実際と違うとき」: the facility hears the office's question, the reporter how it ended
    "complaint.asked": [tell_facility_of_question],
    "complaint.settled": [tell_of_settlement],
    # recruiters say yes themselves
    "recruiter.invited": [invite_by_letter],
    # facility and applicant hear of each other; results leave with the verb itself, in the facility's words
    "application.submitted": [tell_facility_of_application],
    "application.accepted": [tell_facility_of_reply],
    "application.declined": [tell_facility_of_reply],
    "application.withdrawn": [tell_facility_of_reply],
    "application.not_selected": [call_off_of_ended],
    "application.lapsed": [tell_applicant_of_lapse, call_off_of_ended],
    "application.hired": [ask_hired_about_others],
    "application.messaged": [tell_of_message],
    "inquiry.messaged": [tell_of_message],
    "interview.taken": [tell_both_of_interview],
    "interview.changed": [tell_both_of_interview],
    "interview.cancelled": [tell_both_of_interview],
    "slots.refused": [tell_facility_that_none_fits],
    "slot.withdrawn": [tell_of_withdrawn_slot],
    # office or ministry opened one application with a written reason
    "application.opened_in_emergency": [tell_facility_of_emergency],
    "inquiry.submitted": [tell_facility_of_inquiry],
    "inquiry.answered": [tell_asker_of_answer],
}
