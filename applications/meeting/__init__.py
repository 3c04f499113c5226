"""Interviews: the facility offers slots, the applicant takes one of them, both have it in their calendars."""
