"""Columns that can hold words and hold none about a person: what they are about, so that nobody has to guess."""

IMPERSONAL: dict[str, tuple[str, str]] = {
    "outbox.event": ("出来事の名前と番号", "name subject actor data last_error"),
    "outbox.letter": ("手紙の種類", "kind subject period"),
    "accounts.mailproof": ("行の番号", "subject"),
    "accounts.mailedlink": ("行の番号", "subject"),
    "privacy.erasure": ("照合値", "digest"),
    "privacy.maskingstop": ("止めた理由", "reason"),
    "facilities.facility": (
        "施設",
        "name institution_code lg_code gmis_id entrusted_by postal_code city address building",
    ),
    "facilities.addresschange": ("変える理由", "reason"),
    "facilities.desk": ("公的な窓口", "url hours"),
    "facilities.institution": ("医療機関の一覧", "code short_code name postal_code address search_key"),
    "facilities.registration": ("申請の番号", "number saved_blocks reject_reason"),
    "postings.posting": (
        "勤務条件",
        "renewal_note renewal_limit_note probation_note work_hours hours_note break_note "
        "spot_dates night_note holidays_note start_note age_limit age_limit_note tags "
        "training_when selection_methods documents wage_note insurance other_occupation licence "
        "title duties duties_scope_note departments department_note work_place work_postal_code "
        "work_city work_address work_building workplace_scope_note access smoking_note "
        "saved_blocks suspend_reason filled_days search_key",
    ),
    "postings.complaint": ("事務局と施設のやりとり", "question answer"),
    "postings.listing": ("検索の行", "occupation prefecture employment traits text"),
    "postings.tally": ("検索の件数", "occupation prefecture employment trait"),
    "postings.review": ("不備の項目", "reasons"),
    "postings.synonym": ("言い換え", "words apart"),
    "postings.postingversion": ("行為者の番号", "actor"),
    "alerts.recruiter": ("受け取る範囲", "occupations prefectures"),
    "applications.answertemplate": ("施設のひな型", "name text"),
    "applications.hire": ("明示した条件の違い", "terms_difference"),
    "applications.hireday": ("勤務の日", "starts ends"),
    "applications.slot": ("面接の場所", "place online_url note"),
    "applications.legalhold": ("保存の理由", "reason"),
    "reports.export": ("書き出しの目的と条件", "purpose query"),
    "reports.logline": ("出来事の名前と番号", "name actor noun"),
    "reports.trainingreport": ("研修", "provider_name name"),
    "reports.trainingcorrection": ("研修の訂正", "before reason"),
    "nursecenter.statreport": (
        "集計表",
        "title origin compiled_by period_as_printed source digest totals warnings",
    ),
    "nursecenter.statcolumn": ("集計表", "key label period_note part_of marker"),
    "nursecenter.statrow": ("集計表", "figures"),
    "nursecenter.statnote": ("集計表", "marker text"),
    "auth.permission": ("権限の名前", "name codename"),
    "auth.group": ("権限の名前", "name"),
    "contenttypes.contenttype": ("表の名前", "app_label model"),
}
"""Model → what its columns are about, and their names."""
