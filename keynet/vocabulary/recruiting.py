"""How a posting looks for people: what it shows and asks for, how it selects, how it ends."""

from django.db.models import TextChoices


class NameVisibility(TextChoices):
    """施設名の公開. What is hidden is disclosed on the apply screen, before anything is sent."""

    PUBLIC = "public", "公開する"
    HIDDEN = "hidden", "施設名・所在地の詳細を公開しない"


class AgeLimitReason(TextChoices):
    """例外事由 of 労働施策総合推進法施行規則1条の3第1項; any other age limit is forbidden (同法9条)."""

    RETIREMENT_AGE = "1", "1号"
    OTHER_LAW = "2", "2号"
    LONG_TERM_CAREER = "3i", "3号イ"
    SKILL_SUCCESSION = "3ro", "3号ロ"
    ARTISTIC = "3ha", "3号ハ"
    OLDER_OR_POLICY = "3ni", "3号ニ"

    @property
    def explanation(self) -> str:
        """What the reason covers, in plain words."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    AgeLimitReason.RETIREMENT_AGE: "定年の年齢を上限とし、期間の定めのない契約で募集する場合",
    AgeLimitReason.OTHER_LAW: "法律がその年齢の人の就業を禁止・制限している場合（深夜業は18歳以上など）",
    AgeLimitReason.LONG_TERM_CAREER: (
        "長く勤めて経験を積んでもらうため、若い人を期間の定めのない契約で、経験を問わず募集する場合"
    ),
    AgeLimitReason.SKILL_SUCCESSION: (
        "技能を引き継ぐため、人数が特に少ない職種と年齢層に限り、期間の定めのない契約で募集する場合"
    ),
    AgeLimitReason.ARTISTIC: "芸術・芸能の分野で、表現の真実性を保つために必要な場合",
    AgeLimitReason.OLDER_OR_POLICY: ("60歳以上の人に限る場合や、国の施策の対象となる年齢の人に限る場合"),
}


class Tag(TextChoices):
    """こだわり: what seekers look for beside the terms."""

    AFTER_BREAK = "after_break", "ブランク可"
    INEXPERIENCED = "inexperienced", "未経験可"
    SHORT_HOURS = "short_hours", "短時間可"
    ONE_DAY_A_WEEK = "one_day_a_week", "週1日から可"
    SIDE_JOB = "side_job", "副業・兼業可"
    RETURN_SUPPORT = "return_support", "復職支援あり"
    TRAINING = "training", "研修あり"
    SENIOR = "senior", "中堅・シニア歓迎"
    RECURRENT = "recurrent", "リカレント研修あり"
    VISIT = "visit", "見学可"
    FROM_AFAR = "from_afar", "広域応募可"


class TrainingProvider(TextChoices):
    """Who gives the training that every hire has to take (circular of 2020-05-27, 1(2))."""

    PREFECTURE = "prefecture", "都道府県(委託を含む)"
    ASSOCIATION = "association", "職能団体"
    FACILITY = "facility", "この施設"
    OTHER = "other", "その他"


class Referrer(TextChoices):
    """Who referred a person in person (対面紹介); most people come by themselves."""

    NONE = "none", "紹介なし（本人の応募）"
    PREFECTURE = "prefecture", "都道府県・受付窓口"
    NURSE_CENTER = "nurse_center", "ナースセンター"
    DOCTOR_BANK = "doctor_bank", "ドクターバンク"
    HELLO_WORK = "hello_work", "ハローワーク"


class SelectionMethod(TextChoices):
    """選考方法; several may hold."""

    DOCUMENTS = "documents", "書類選考"
    INTERVIEW = "interview", "面接(対面)"
    ONLINE_INTERVIEW = "online_interview", "面接(オンライン)"
    OTHER = "other", "その他"


class Document(TextChoices):
    """応募書類, brought to the interview. Nothing is uploaded. `NONE` stands alone."""

    RESUME = "resume", "履歴書"
    CAREER = "career", "職務経歴書"
    LICENCE_COPY = "licence_copy", "免許証の写し"
    NONE = "none", "なし"


class CloseReason(TextChoices):
    """Why a posting ended. The clock gives the last two, the facility the others."""

    FILLED = "filled", "充足"
    ELSEWHERE = "elsewhere", "充足（ほかの方法で採用）"
    WITHDRAWN = "withdrawn", "取りやめ"
    EXPIRED = "expired", "期限"
    UNCONFIRMED = "unconfirmed", "未更新"
