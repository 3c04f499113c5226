"""The conditions of the work itself: place, time, money and insurance.

The legal items behind them are those of 職業安定法5条の3 and 同法施行規則4条の2第3項.
"""

from django.db.models import TextChoices

from keynet.vocabulary.money import yen_range


class Smoking(TextChoices):
    """受動喫煙防止措置 of the real workplace, not of the head office; shown since 2020-04-01."""

    PREMISES = "premises", "敷地内禁煙"
    PREMISES_OUTDOOR_AREA = "premises_outdoor_area", "敷地内禁煙(特定屋外喫煙場所あり)"
    INDOORS = "indoors", "屋内禁煙"
    INDOORS_SMOKING_ROOM = "indoors_smoking_room", "屋内原則禁煙(喫煙室あり)"
    OTHER = "other", "その他"


class ShiftPattern(TextChoices):
    """勤務形態, as nurse centers divide it."""

    DAY_ONLY = "day_only", "日勤のみ"
    TWO_SHIFTS = "two_shifts", "2交替"
    THREE_SHIFTS = "three_shifts", "3交替"
    TWO_OR_THREE_SHIFTS = "two_or_three_shifts", "2・3交替併用"
    ON_DUTY_ONLY = "on_duty_only", "当直のみ"
    NIGHT_ONLY = "night_only", "夜勤のみ"
    OTHER = "other", "その他"


class WorkDays(TextChoices):
    """How 勤務日数 is counted; the number stands beside it for `PER_WEEK` and `PER_MONTH`."""

    PER_WEEK = "per_week", "週の日数で決める"
    PER_MONTH = "per_month", "月の日数で決める"
    NEGOTIABLE = "negotiable", "応相談"
    FIXED_DATES = "fixed_dates", "指定日"


class Overtime(TextChoices):
    """所定外労働; when there is some, the monthly average in hours stands beside it."""

    NONE = "none", "なし"
    SOME = "some", "あり"


class OnCall(TextChoices):
    """オンコール: being called from home."""

    NONE = "none", "なし"
    SOME = "some", "あり"


class Start(TextChoices):
    """勤務開始の希望; for `DATED` the day stands beside it."""

    AT_ONCE = "at_once", "即日"
    DATED = "dated", "日付を決める"
    NEGOTIABLE = "negotiable", "応相談"


class Holidays(TextChoices):
    """休日."""

    WEEKENDS = "weekends", "土日祝"
    SHIFTS = "shifts", "シフトによる"
    OTHER = "other", "その他"


class WageType(TextChoices):
    """賃金形態: what the wage is paid for."""

    HOURLY = "hourly", "時給"
    DAILY = "daily", "日給"
    MONTHLY = "monthly", "月給"
    ANNUAL = "annual", "年俸"
    PER_SESSION = "per_session", "1回あたり"

    @property
    def unit_text(self) -> str | None:
        """`unitText` of a schema.org wage; None for a session, which schema.org has no word for."""
        return _UNIT_TEXT.get(self)

    def phrase(self, low: int, high: int | None = None) -> str:
        """The wage in words, yen in and out: 「時給1,500円〜2,000円」."""
        return f"{self.label}{yen_range(low, high)}"


_UNIT_TEXT = {
    WageType.HOURLY: "HOUR",
    WageType.DAILY: "DAY",
    WageType.MONTHLY: "MONTH",
    WageType.ANNUAL: "YEAR",
}


class FixedOvertime(TextChoices):
    """固定残業代; when there is some, amount, hours and extra pay beyond them have to be shown."""

    NONE = "none", "なし"
    SOME = "some", "あり"


class CommuteAllowance(TextChoices):
    """通勤手当."""

    NONE = "none", "なし"
    ACTUAL_COST = "actual_cost", "実費支給"
    CAPPED = "capped", "上限あり"


class Insurance(TextChoices):
    """加入保険; several may hold, `NOT_APPLICABLE` stands alone."""

    HEALTH = "health", "健康保険"
    PENSION = "pension", "厚生年金"
    EMPLOYMENT = "employment", "雇用保険"
    ACCIDENT = "accident", "労災保険"
    PUBLIC_ACCIDENT = "public_accident", "公務災害補償"
    NOT_APPLICABLE = "not_applicable", "該当なし"


class Childcare(TextChoices):
    """託児."""

    ON_SITE = "on_site", "院内保育所あり"
    AVAILABLE = "available", "利用できる託児施設あり"
    NONE = "none", "なし"


class Housing(TextChoices):
    """宿舎・住宅."""

    SINGLE = "single", "単身用あり"
    FAMILY = "family", "世帯用あり"
    NONE = "none", "なし"
