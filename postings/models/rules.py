"""What the database itself demands of a posting: a lawful posting lacks nothing once it has been handed in."""

from django.db.models import CheckConstraint, F, Q

from postings.models.days import DaysHold

DRAFT = Q(status="draft")


def _filled(*fields: str) -> Q:
    whole = Q()
    for field in fields:
        whole &= ~Q(**{field: ""})
    return whole


def _complete(name: str, condition: Q, sentence: str) -> CheckConstraint:
    return CheckConstraint(condition=DRAFT | condition, name=name, violation_error_message=sentence)


CONSTRAINTS = (
    _complete(
        "posting_work_is_complete",
        _filled("occupation", "licence", "title", "duties", "duties_scope", "workplace_scope", "smoking")
        & _filled("work_prefecture", "work_city", "work_address"),
        "仕事の内容と勤務地の必須の項目をすべて入力してください。",
    ),
    _complete(
        "posting_conditions_are_complete",
        _filled(
            "employment_type",
            "employment_basis",
            "contract_term",
            "probation",
            "work_days",
            "overtime",
            "holidays",
        )
        & Q(break_minutes__isnull=False),
        "勤務の条件の必須の項目をすべて入力してください。",
    ),
    _complete(
        "posting_term_is_complete",
        Q(contract_term="open_ended")
        | (Q(contract_from__isnull=False, contract_to__isnull=False) & _filled("renewal", "renewal_limit")),
        "期間の定めがある契約には、期間・更新の有無・更新の上限を入力してください。",
    ),
    CheckConstraint(
        condition=Q(contract_to=None) | Q(contract_from=None) | Q(contract_to__gte=F("contract_from")),
        name="posting_term_runs_forward",
        violation_error_message="契約の終わりは、始まりより後の日付にしてください。",
    ),
    CheckConstraint(
        condition=Q(night_count=None) | Q(night_count__lte=31),
        name="posting_nights_within_month",
        violation_error_message="夜勤・当直の回数は、月31回以内で入力してください。",
    ),
    CheckConstraint(
        condition=Q(holidays_a_year=None) | Q(holidays_a_year__lte=366),
        name="posting_holidays_within_year",
        violation_error_message="年間休日は、366日以内で入力してください。",
    ),
    _complete(
        "posting_start_has_day",
        ~Q(start="dated") | Q(start_on__isnull=False),
        "勤務開始の希望日を入力してください。",
    ),
    CheckConstraint(
        condition=Q(publish_from=None) | Q(publish_to=None) | Q(publish_from__lte=F("publish_to")),
        name="posting_publication_runs_forward",
        violation_error_message="公開終了予定日は、公開開始の希望日より後の日付にしてください。",
    ),
    _complete(
        "posting_pay_is_complete",
        _filled("wage_type", "fixed_overtime") & Q(wage_min__gte=1) & ~Q(insurance=[]),
        "賃金・固定残業代・加入保険を入力してください。",
    ),
    CheckConstraint(
        condition=Q(wage_max=None) | Q(wage_min__lte=F("wage_max")),
        name="posting_wage_range",
        violation_error_message="賃金の上限は、下限以上の金額にしてください。",
    ),
    _complete(
        "posting_fixed_overtime_is_whole",
        ~Q(fixed_overtime="some")
        | Q(fixed_overtime_yen__gte=1, fixed_overtime_hours__gte=1, fixed_overtime_beyond=True),
        "固定残業代は、額・時間数・超過分の支給をすべて明示してください。",
    ),
    _complete(
        "posting_intake_is_complete",
        _filled("training_provider", "contact_department", "contact_name", "contact_phone", "contact_email")
        & Q(training_pledge=True, publish_to__isnull=False)
        & ~Q(selection_methods=[]),
        "研修・選考・公開期間・担当の必須の項目をすべて入力してください。",
    ),
    _complete(
        "posting_age_limit_has_reason",
        Q(age_limit="") | _filled("age_limit_reason", "age_limit_note"),
        "年齢制限を設けるときは、例外事由と理由を入力してください。",
    ),
    _complete(
        "posting_headcount_in_range",
        Q(headcount__gte=1, headcount__lte=999),
        "募集人数は1名から999名までで入力してください。",
    ),
    CheckConstraint(
        condition=Q(hired_count=0) | Q(hired_count__lte=F("headcount")),
        name="posting_hires_within_headcount",
        violation_error_message="採用した人数が、募集人数を超えています。",
    ),
    CheckConstraint(
        condition=Q(filled_days={}) | Q(DaysHold("spot_dates", "filled_days")),
        name="posting_hires_within_days",
        violation_error_message="採用した人数が、勤務日の必要人数を超えています。",
    ),
    CheckConstraint(
        condition=~Q(status__in=["published", "paused", "suspended"]) | Q(published_at__isnull=False),
        name="posting_published_has_time",
        violation_error_message="公開した募集には公開日時が必要です。",
    ),
    CheckConstraint(
        condition=~Q(status="closed") | (Q(closed_at__isnull=False) & ~Q(close_reason="")),
        name="posting_closed_has_reason",
        violation_error_message="募集を終了するときは、理由を選んでください。",
    ),
)
