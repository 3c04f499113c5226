"""What is under way when the demonstration begins: a queue at the office, a hospital with applicants, recipients.

All of it goes through the product's own verbs, so that letters, events and versions are real.
"""

from datetime import timedelta
from random import Random
from uuid import uuid4

from django.utils import timezone

from applications.models import AnswerTemplate, Application, Inquiry
from applications.noting import add_note
from facilities.models import Desk, DeskAddress, Facility, Registration
from keynet.accounts.models import User
from keynet.demo.steps import Applicant, apply, draft
from keynet.demo.terms import terms_of
from keynet.demo.texts import JOBS
from keynet.lifecycle import LinkHolder
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.prefectures import PREFECTURES
from postings.alerts.models import Recruiter
from postings.check import review
from postings.models import Posting

APPLICANTS = (
    Applicant(
        "中村",
        "優子",
        "ナカムラ",
        "ユウコ",
        "病棟で8年働き、出産で離れて3年になります。日勤で復職したいです。",
    ),
    Applicant("木村", "健", "キムラ", "ケン", "救急外来の経験があります。12月から週3日、働けます。"),
    Applicant("髙橋", "美咲", "タカハシ", "ミサキ", "感染症病棟の経験が2年あります。夜勤もできます。"),
)


def register_recipients() -> None:
    """Give every prefecture and nurse center a letter address, and enter three recruiters, two of them active."""
    for prefecture in PREFECTURES.values():
        for kind, name, box in (
            (Desk.Kind.PREFECTURAL_OFFICE, f"{prefecture.name} 衛生主管部局", "iryo"),
            (Desk.Kind.NURSE_CENTER, f"{prefecture.name}ナースセンター", "nurse"),
        ):
            desk, _ = Desk.objects.get_or_create(
                kind=kind, prefecture=prefecture.code, closed_on=None, defaults={"name": name}
            )
            DeskAddress.objects.create(desk=desk, address=f"{box}@pref{prefecture.code}.example")
    Desk.objects.get_or_create(
        kind=Desk.Kind.RECEPTION_DESK,
        prefecture="14",
        closed_on=None,
        defaults={
            "name": "神奈川県 医療従事者 受付窓口（架空）",
            "phone": "0450000001",
            "hours": "平日 9時〜17時",
            "reported_at": timezone.now(),
        },
    )


def enter_recruiters(officer: User) -> None:
    """Two recruiters said yes, one has not answered yet."""
    for number, (company, occupations, yes) in enumerate(
        (
            ("架空メディカルキャリア", [], True),
            ("ナースの架け橋（架空）", ["nurse", "assistant_nurse"], True),
            ("架空人材サービス", [], False),
        ),
        1,
    ):
        recruiter = Recruiter.objects.create(
            company=company,
            licence_number=f"13-ユ-00000{number}",
            address=f"news{number}@recruiter.example",
            occupations=occupations,
        )
        recruiter.invite(by=officer)
        if yes:
            recruiter.opt_in(by=LinkHolder(subject_key(recruiter)))


def fill_the_queue(random: Random) -> None:
    """Four facilities ask for an account with their first posting; the office has to check them."""
    for index, (name, prefecture, city, occupation) in enumerate(
        (
            ("はまかぜ総合病院（架空）", "14", "横須賀市", "nurse"),
            ("ゆりのき診療所（架空）", "13", "世田谷区", "doctor"),
            ("ひのき保健所（架空）", "27", "東大阪市", "public_health_nurse"),
            ("こはる病院（架空）", "40", "北九州市小倉北区", "pharmacist"),
        )
    ):
        facility = Facility.objects.create(
            kind="health_center" if "保健所" in name else "hospital",
            name=name,
            prefecture=prefecture,
            city=city,
            address=f"架空町1-{index + 1}",
            phone=f"0450000{index}11",
        )
        registration = Registration.objects.create(
            facility=facility,
            department="総務課",
            contact_name="申請 太郎",
            contact_kana="シンセイ タロウ",
            contact_phone=facility.phone,
            contact_email=f"shinsei{index}@facility.example",
        )
        holder = LinkHolder(subject_key(registration))
        posting = Posting.objects.create(
            facility=facility,
            registration=registration,
            **terms_of(random, facility, occupation, JOBS[occupation][0], timezone.localdate()),
        )
        registration.hand_in(by=holder)
        registration.receive(by=holder)
        posting.submit(by=holder)


def busy_hospital(random: Random, hospital: Facility, sato: User, okada: User) -> None:
    """さくら病院: a draft, a returned and a checked posting, two published ones with applicants and a question."""
    own = {
        "name_visibility": "public",
        "publish_to": timezone.localdate() + timedelta(days=30),
        "headcount": 2,
        "contact_email": "saiyo@sakura.example",
        "contact_department": "看護部",
        "contact_name": "佐藤 花子",
    }
    nurse = [draft(random, hospital, "nurse", index, **own) for index in range(5)]
    for posting in nurse[1:]:
        posting.submit(by=sato)
    review.send_back(
        nurse[1],
        by=okada,
        reasons={"duties": "担当する病棟の名前を書いてください。"},
        note="1か所の直しをお願いします。",
    )
    for posting in nurse[2:]:
        review.confirm(posting, by=okada)
    for posting in nurse[3:]:
        posting.publish(by=sato)
    for index, applicant in enumerate(APPLICANTS):
        application = apply(nurse[3], index, applicant)
        if index == 1:
            application.step("review", by=sato)
            _at_the_desk(application, sato)
    inquiry = Inquiry.objects.create(
        submission_id=uuid4(),
        posting=nurse[4],
        name="のぞみ",
        email="nozomi@seeker.example",
        text="子どもの送り迎えがあります。9時からの勤務はできますか。",
    )
    inquiry.submit(by=LinkHolder(subject_key(inquiry)))


def _at_the_desk(application: Application, sato: User) -> None:
    """The clerk has a template of her own and has written a note for her colleagues."""
    AnswerTemplate.objects.create(
        submission_id=uuid4(),
        facility=application.posting.facility,
        use=AnswerTemplate.Use.INVITE,
        name="書類選考のあと",
        text="{受付番号}の書類を拝見しました。{施設名}で面接を行いたく、ご案内します。",
    )
    words = "12月の勤務の希望を、電話で確かめた。日勤のみ。"
    add_note(application, by=sato, text=words, submission_id=uuid4())
