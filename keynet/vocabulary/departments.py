"""診療科・配属: where in a facility somebody works.

Names of specialities follow 医療法施行令3条の2 (麻酔科 by the minister's permission, 医療法6条の6).
Combinations of the ordinance that are not here (内科 with a body part, say) go into the posting's free text.
"""

from django.db.models import TextChoices


class Department(TextChoices):
    """The common specialities, then the places of work."""

    INTERNAL_MEDICINE = "internal_medicine", "内科"
    RESPIRATORY = "respiratory", "呼吸器内科"
    CARDIOLOGY = "cardiology", "循環器内科"
    GASTROENTEROLOGY = "gastroenterology", "消化器内科"
    NEPHROLOGY = "nephrology", "腎臓内科"
    NEUROLOGY = "neurology", "神経内科"
    DIABETES = "diabetes", "糖尿病内科"
    HEMATOLOGY = "hematology", "血液内科"
    INFECTIOUS = "infectious", "感染症内科"
    ONCOLOGY = "oncology", "腫瘍内科"
    PALLIATIVE = "palliative", "緩和ケア内科"
    PSYCHOSOMATIC = "psychosomatic", "心療内科"
    PSYCHIATRY = "psychiatry", "精神科"
    ALLERGY = "allergy", "アレルギー科"
    RHEUMATOLOGY = "rheumatology", "リウマチ科"
    PEDIATRICS = "pediatrics", "小児科"
    SURGERY = "surgery", "外科"
    RESPIRATORY_SURGERY = "respiratory_surgery", "呼吸器外科"
    CARDIOVASCULAR_SURGERY = "cardiovascular_surgery", "心臓血管外科"
    GASTROENTEROLOGICAL_SURGERY = "gastroenterological_surgery", "消化器外科"
    BREAST_SURGERY = "breast_surgery", "乳腺外科"
    PEDIATRIC_SURGERY = "pediatric_surgery", "小児外科"
    ORTHOPEDICS = "orthopedics", "整形外科"
    NEUROSURGERY = "neurosurgery", "脳神経外科"
    PLASTIC_SURGERY = "plastic_surgery", "形成外科"
    DERMATOLOGY = "dermatology", "皮膚科"
    UROLOGY = "urology", "泌尿器科"
    OBSTETRICS_GYNECOLOGY = "obstetrics_gynecology", "産婦人科"
    OBSTETRICS = "obstetrics", "産科"
    GYNECOLOGY = "gynecology", "婦人科"
    OPHTHALMOLOGY = "ophthalmology", "眼科"
    OTORHINOLARYNGOLOGY = "otorhinolaryngology", "耳鼻いんこう科"
    REHABILITATION = "rehabilitation", "リハビリテーション科"
    RADIOLOGY = "radiology", "放射線科"
    DIAGNOSTIC_RADIOLOGY = "diagnostic_radiology", "放射線診断科"
    RADIATION_ONCOLOGY = "radiation_oncology", "放射線治療科"
    PATHOLOGY = "pathology", "病理診断科"
    LABORATORY = "laboratory", "臨床検査科"
    ANESTHESIOLOGY = "anesthesiology", "麻酔科"
    EMERGENCY_MEDICINE = "emergency_medicine", "救急科"

    WARD = "ward", "病棟"
    OUTPATIENT = "outpatient", "外来"
    OPERATING_ROOM = "operating_room", "手術室"
    EMERGENCY_ROOM = "emergency_room", "救急"
    CHECKUP = "checkup", "健診"
    VACCINATION_SITE = "vaccination_site", "接種会場"
    HEALTH_CENTER = "health_center", "保健所"
    OTHER = "other", "その他"


_FIRST_PLACE = list(Department).index(Department.WARD)

SPECIALITIES = tuple(Department)[:_FIRST_PLACE]
"""診療科."""

PLACES = tuple(Department)[_FIRST_PLACE:]
"""配属."""

GROUPED_CHOICES: list[tuple[str, list[tuple[str, str]]]] = [
    ("診療科", [(d.value, str(d.label)) for d in SPECIALITIES]),
    ("配属", [(d.value, str(d.label)) for d in PLACES]),
]
