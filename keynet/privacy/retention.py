"""How long which data of people stays: the one table that jobs, documents, the privacy page and a test read.

Every column that can hold words is either here, under the rule that ends it, or in `impersonal.py` with nothing about
a person in it; a new column without a place fails the suite.
"""

from keynet.privacy.rule import Rule

APPLICANT = (
    "family_name given_name family_kana given_kana email phone call_hours prefecture city licences "
    "years_of_experience years_away available training_history interview_wish message"
)
CONTACT = "contact_name contact_kana contact_phone contact_email"
RULES = (
    Rule(
        "application",
        "応募した方の情報、連絡とメッセージ、施設のメモと見送りの理由",
        "RETENTION_DAYS",
        "募集が終わってから（早く消す依頼があったときは、次の夜）",
        "応募の状態と日付、採用と研修の記録（名前を除く）",
        "mask_ended_applications",
        {
            "applications.application": APPLICANT,
            "applications.message": "text",
            "applications.threadmessage": "text",
            "applications.note": "text",
            "applications.refusal": "text",
            "applications.hire": "cancel_reason",
        },
    ),
    Rule(
        "inquiry",
        "質問した方の呼び名とメールアドレス、質問と回答",
        "INQUIRY_RETENTION_DAYS",
        "回答から（回答がないときは、募集が終わってから）",
        "状態と日付",
        "mask_ended_applications",
        {"applications.inquiry": "name email text answer"},
    ),
    Rule(
        "unproved",
        "メールアドレスを確認していない応募と質問",
        3,
        "入力から",
        "何も残りません",
        "forget_unproved_applications",
        {},
    ),
    Rule(
        "complaint",
        "「実際と違うとき」の報告の文と、返事の宛先",
        "COMPLAINT_RETENTION_DAYS",
        "対応を終えてから",
        "報告の種類、結果、日付",
        "mask_complaints",
        {"postings.complaint": "text email"},
    ),
    Rule(
        "condition",
        "条件お知らせの宛先と条件",
        7,
        "申し込んでから始めないまま（停止したときは、すぐ）",
        "停止した件数と理由",
        "forget_unstarted_conditions",
        {"alerts.subscriber": "address", "alerts.savedcondition": "query"},
    ),
    Rule(
        "letter_text",
        "送ったメールの本文",
        30,
        "送ってから（応募した方への手紙と、確認していない宛先への手紙は、宛先も）",
        "種類、日時、届いたかどうか、宛先",
        "forget_letter_texts",
        {"outbox.letter": "body stop_url last_error"},
    ),
    Rule(
        "letter_address",
        "送ったメールの宛先と件名",
        3 * 365,
        "送ってから",
        "種類、日時、届いたかどうか",
        "forget_letter_texts",
        {"outbox.letter": "recipient recipient_name heading"},
    ),
    Rule(
        "session",
        "ログイン中の記録（端末、接続元）",
        1,
        "ログインの期限が切れてから",
        "何も残りません",
        "forget_ended_sessions",
        {
            "sessions.session": "session_key session_data",
            "usersessions.usersession": "ip session_key user_agent data",
        },
    ),
    Rule(
        "proof",
        "メールで送った確認コードの照合値",
        1,
        "期限が切れてから",
        "何も残りません",
        "forget_ended_sessions",
        {"accounts.mailproof": "digest", "account.emailconfirmation": "key"},
    ),
    Rule(
        "link",
        "メールで送ったリンクの照合値",
        365,
        "期限が切れてから",
        "何も残りません",
        "forget_ended_sessions",
        {"accounts.mailedlink": "digest"},
    ),
    Rule(
        "seeker",
        "求職者のアカウント",
        "SEEKER_RETENTION_DAYS",
        "最後のログインから（30日前と7日前にメールで知らせます）",
        "何も残りません",
        "forget_people",
        {
            "accounts.user": "name email password",
            "account.emailaddress": "email",
            "mfa.authenticator": "data",
        },
    ),
    Rule(
        "member",
        "施設と公的機関を離れた担当者の氏名、メールアドレス",
        2 * 365,
        "離れてから",
        "操作した記録（だれかはわからない形）",
        "forget_people",
        {},
    ),
    Rule(
        "invitation",
        "施設への招待と、登録アドレスの変更の宛先",
        0,
        "参加、取り消し、期限切れ、変更の確認まで",
        "状態と日付",
        "forget_invitations",
        {"facilities.invitation": "email", "facilities.addresschange": "email"},
    ),
    Rule(
        "registration",
        "募集の申請の担当者（提出しなかったもの）",
        30,
        "保存してから",
        "何も残りません",
        "forget_abandoned",
        {},
    ),
    Rule(
        "contact",
        "募集の担当者の氏名、電話番号、メールアドレス（仕事の連絡先）、免許証の原本を確認した人",
        "CONTACT_RETENTION_DAYS",
        "募集が終わってから",
        "募集の条件とその版、確認の結果、採用の日付",
        "mask_ended_applications",
        {
            "postings.posting": f"contact_department {CONTACT} internal_note",
            "postings.postingversion": "terms",
            "postings.review": "terms note",
            "facilities.registration": f"department {CONTACT}",
            "applications.hire": "licence_seen_by",
        },
    ),
    Rule(
        "facility",
        "施設の代表電話と登録アドレス",
        0,
        "施設のアカウントがある間（施設が直せます）",
        "募集の記録",
        "施設",
        {"facilities.facility": "phone registered_email"},
    ),
    Rule(
        "partner",
        "紹介事業者、公的な窓口の宛先",
        0,
        "登録している間",
        "送った記録",
        "事業者・窓口・運営事務局",
        {
            "alerts.recruiter": "company licence_number address",
            "facilities.desk": "name phone address",
            "facilities.deskaddress": "address",
            "nursecenter.statrow": "phone_as_printed",
        },
    ),
    Rule(
        "export",
        "書き出した募集のファイル",
        1,
        "できてから",
        "だれが、いつ、何のために書き出したか",
        "forget_exports",
        {"reports.exportpart": "content"},
    ),
    Rule(
        "reading",
        "応募した方の情報を職員が開いた記録、書き出した記録、緊急の閲覧の理由",
        3 * 366,
        "開いてから",
        "何も残りません",
        "forget_readings",
        {
            "applications.personalaccess": "reason",
            "applications.emergency": "reason",
            "applications.listfile": "purpose applications",
        },
    ),
)


def rule(name: str) -> Rule:
    """Return the rule of a name."""
    return next(one for one in RULES if one.name == name)
