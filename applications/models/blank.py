"""What stands in the columns of a masked row instead of what a person told us (domain.md Decision 9).

One list for the task that masks, for the CHECK constraint that keeps a masked row blank, and for the test that demands
of every new column to be either here or named as impersonal.
"""

from typing import Any

BLANK_APPLICATION: dict[str, Any] = {
    "family_name": "",
    "given_name": "",
    "family_kana": "",
    "given_kana": "",
    "email": "",
    "phone": "",
    "call_hours": "",
    "prefecture": "",
    "city": "",
    "licences": [],
    "years_of_experience": None,
    "years_away": None,
    "available": "",
    "training_history": "",
    "interview_wish": "any",
    "message": "",
}
BLANK_INQUIRY: dict[str, Any] = {"name": "", "email": "", "text": "", "answer": ""}
