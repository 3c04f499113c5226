"""The letters about silence."""

from datetime import date

from applications.letters import to_applicant, to_facility

UNANSWERED = to_facility("unanswered", "応募への連絡のお願い", late=3)
LAPSES_SOON = to_facility("lapses_soon", "応募が終了する前のお知らせ", lapses_on=date(2027, 1, 20))
RESULT_DUE = to_facility("result_due", "直接の選考の結果のお願い", directed_on=date(2026, 11, 1))
OFFER_SILENT = to_applicant("offer_silent", "内定への返事のお願い", answer_by=date(2026, 12, 10))
LAPSED = to_applicant("lapsed", "応募の終了のお知らせ", offered=False)
