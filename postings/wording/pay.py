"""What one is paid, and what one is insured by."""

from keynet.vocabulary.choices import labels
from keynet.vocabulary.money import yen
from keynet.vocabulary.terms import Childcare, CommuteAllowance, FixedOvertime, Housing, Insurance, WageType
from postings.models import Posting
from postings.wording.line import Line, label_of, said
from postings.wording.period import bracketed

HOUSING = {
    Housing.SINGLE: "単身用の宿舎があります",
    Housing.FAMILY: "世帯用の宿舎があります",
    Housing.NONE: "ありません",
}
CHILDCARE = {
    Childcare.ON_SITE: "院内保育所があります",
    Childcare.AVAILABLE: "利用できる託児施設があります",
    Childcare.NONE: "ありません",
}


def wage(posting: Posting) -> str:
    """Return 「時給2,300円〜2,800円」, or "" while kind or amount is missing."""
    if posting.wage_type not in WageType or posting.wage_min is None:
        return ""
    return WageType(posting.wage_type).phrase(posting.wage_min, posting.wage_max)


def wage_line(posting: Posting) -> Line:
    """Say the wage and what it is made of."""
    return Line("給与", wage(posting), said(posting.wage_note))


def fixed_overtime_line(posting: Posting) -> Line:
    """Say 固定残業代 apart from the wage: amount, hours, and what is paid beyond them."""
    if posting.fixed_overtime == FixedOvertime.NONE:
        return Line("固定残業代", "ありません")
    amount, hours = posting.fixed_overtime_yen, posting.fixed_overtime_hours
    if posting.fixed_overtime != FixedOvertime.SOME or not amount:
        return Line("固定残業代")
    beyond = {True: "超えた分は別に支給します", False: "超えた分の支給はありません"}
    return Line(
        "固定残業代",
        bracketed(f"{yen(amount)}を含みます", f"{hours}時間分" if hours else ""),
        said("" if posting.fixed_overtime_beyond is None else beyond[posting.fixed_overtime_beyond]),
    )


def commute_line(posting: Posting) -> Line:
    """Say 通勤手当."""
    texts = {
        CommuteAllowance.NONE: "支給しません",
        CommuteAllowance.ACTUAL_COST: "実費を支給します",
        CommuteAllowance.CAPPED: "上限まで支給します",
    }
    cap = f"上限{yen(posting.commute_cap_yen)}" if posting.commute_cap_yen else ""
    return Line("通勤手当", bracketed(label_of(texts, posting.commute_allowance), cap), needed=False)


def insurance_line(posting: Posting) -> Line:
    """Say 健康保険・厚生年金・雇用保険・労災保険, or what public servants have."""
    return Line("保険", labels(posting.insurance or [], Insurance))


def housing_line(posting: Posting) -> Line:
    """Say whether there is somewhere to live."""
    return Line("宿舎・住宅", label_of(HOUSING, posting.housing), needed=False)


def childcare_line(posting: Posting) -> Line:
    """Say whether children are looked after."""
    return Line("託児", label_of(CHILDCARE, posting.childcare), needed=False)
