"""All terms as headed sections, in the order of the posting page."""

from keynet.vocabulary.choices import labels
from keynet.vocabulary.contact import format_phone
from keynet.vocabulary.departments import Department
from keynet.vocabulary.japanese import date_ja
from postings.models import Posting
from postings.wording import hours, intake, pay, period, place
from postings.wording.line import Line, Section, said, wide

NEVER_PUBLIC = frozenset(
    {
        "training_pledge",
        "contact_name",
        "contact_kana",
        "contact_email",
        "share_with_recruiters",
        "publish_from",
        "internal_note",
    }
)
"""Terms that only the facility, the office and the ministry read."""


def occupation(posting: Posting) -> str:
    """Return the occupation; 「その他」 with its own words."""
    label = posting.get_occupation_display() if posting.occupation else ""
    return period.bracketed(label, posting.other_occupation)


def sections(posting: Posting, *, disclose: bool = False) -> list[Section]:
    """Return every term that the public may read; `disclose` also what the facility hides."""
    return [
        Section("work", "仕事の内容", posting.duties, _work(posting)),
        Section("conditions", "勤務の条件", lines=_conditions(posting, disclose)),
        Section("people", "応募できる方", lines=_people(posting)),
        Section("steps", "応募から勤務開始まで", steps=intake.steps(posting)),
        Section("facility", "施設の情報", lines=place.facility_lines(posting, disclose)),
    ]


def employment_line(posting: Posting) -> Line:
    """Say 雇用形態 and on what footing; work sent to others (派遣) is said plainly."""
    label = "任用の種類" if period.is_appointment(posting) else "雇用形態"
    kind = wide(posting.get_employment_type_display()) if posting.employment_type else ""
    basis = posting.get_employment_basis_display() if posting.employment_basis else ""
    return Line(label, kind, said(basis, "派遣労働者として雇用します" if posting.is_dispatch else ""))


def _work(posting: Posting) -> tuple[Line, ...]:
    departments = labels(posting.departments or [], Department)
    return (
        Line("職種", occupation(posting)),
        Line(
            "診療科・配属", departments or posting.department_note, _other(posting, departments), needed=False
        ),
        Line("募集人数", f"{posting.headcount}名" if posting.headcount else ""),
        Line("募集区分", wide(posting.get_program_display())),
    )


def _other(posting: Posting, departments: str) -> tuple[str, ...]:
    return said(posting.department_note) if departments else ()


def _conditions(posting: Posting, disclose: bool) -> tuple[Line, ...]:
    return (
        employment_line(posting),
        period.contract_line(posting),
        period.probation_line(posting),
        place.workplace_line(posting, disclose),
        place.workplace_scope_line(posting),
        place.duties_scope_line(posting),
        hours.days_line(posting),
        hours.hours_line(posting),
        Line("夜勤・オンコール", hours.nights(posting), needed=False),
        hours.overtime_line(posting),
        hours.holidays_line(posting),
        pay.wage_line(posting),
        pay.fixed_overtime_line(posting),
        pay.commute_line(posting),
        pay.insurance_line(posting),
        pay.housing_line(posting),
        pay.childcare_line(posting),
        place.smoking_line(posting),
    )


def _people(posting: Posting) -> tuple[Line, ...]:
    return (
        intake.licence_line(posting),
        intake.age_line(posting),
        intake.training_line(posting),
        intake.tags_line(posting),
    )


def internal_section(posting: Posting) -> Section:
    """Return what only the facility, the office and the ministry read."""
    person = period.bracketed(posting.contact_name, posting.contact_kana)
    phone = format_phone(posting.contact_phone)
    public = "公開します" if posting.contact_phone_public else "公開しません"
    pledge = "研修を受講させ、報告することを誓約しました" if posting.training_pledge else ""
    begins = posting.publish_from
    return Section(
        "internal",
        "公開されない項目",
        lines=(
            Line("担当者", person, said(posting.contact_department)),
            Line("電話番号", phone, said(public)),
            Line("メールアドレス", posting.contact_email),
            Line("施設名の公開", posting.get_name_visibility_display()),
            Line("研修の誓約", pledge),
            Line("連携先への提供", intake.shared_with(posting)),
            Line("公開開始の希望日", date_ja(begins) if begins else "", needed=False),
            Line("事務局への連絡", posting.internal_note, needed=False),
        ),
    )
