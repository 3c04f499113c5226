"""Words in free text that the office looks at: they only ask, a person decides.

Grounds: 男女雇用機会均等法5条 (no limit by sex), 労働施策総合推進法9条 (no limit by age), and contact details
that would lead an applicant past the service.
"""

import re
import unicodedata
from collections.abc import Iterator

from keynet.vocabulary.characters import HYPHENS
from keynet.vocabulary.contact import phone_digits
from keynet.vocabulary.mistakes import Mistake, Notice

_TO_HYPHEN = dict.fromkeys((ord(c) for c in HYPHENS if c != "ー"), "-")

_WORD_FOR_BOTH_SEXES = {
    "看護婦": "看護師",
    "看護士": "看護師",
    "保健婦": "保健師",
    "助産婦": "助産師",
    "保母": "保育士",
    "営業マン": "営業職",
}
_ONE_SEX = re.compile(
    r"(?:女性|男性|女子|男子|主婦|主夫|女医|ママ)(?:の方|さん|ナース|看護師|医師|スタッフ)?"
    r"(?:歓迎|大歓迎|限定|のみ|に限る|優遇|優先|向け|募集|希望)"
    r"|(?:男性?|女性?)\d+[名人]"
)
_BOTH_SEXES = re.compile(r"主婦[・(/]?主夫\)?|主夫[・(/]?主婦\)?|男女")
_AGE = re.compile(
    r"\d{2}(?:歳|才)(?:以下|未満|以上|まで|くらい|ぐらい|位|程度|前後)"
    r"|\d{2}(?:歳|才)?[~〜-]\d{2}(?:歳|才)(?:まで)?"
    r"|[1-6]0代(?!表)|若い(?:方|人|ナース)|若手|若年"
)
_MAIL = re.compile(
    r"[a-z0-9._+-]{1,64}(?:@|\(at\)|\[at\])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}", re.IGNORECASE
)
_WEB = re.compile(
    r"https?://\S+|www\.\S+|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:jp|com|net|org|info)(?![a-z0-9])|line ?id",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![0-9-])(?:\+81[- ]?|0)[0-9]{1,4}[-() ]{0,2}[0-9]{1,4}[-() ]{0,2}[0-9]{3,4}(?![0-9])"
)


def check_text(text: str, *, age_limit_declared: bool = False) -> list[Notice]:
    """What to look at again in one free text; ages only when the posting declares no lawful limit."""
    narrow = unicodedata.normalize("NFKC", text).translate(_TO_HYPHEN)
    notices = [*_gendered(narrow), *_contacts(narrow)]
    if not age_limit_declared:
        notices += [
            Notice("age", f"「{found[0]}」は年齢を限る言葉です。年齢制限の欄にない場合は、消してください。")
            for found in _AGE.finditer(narrow)
        ]
    return list(dict.fromkeys(notices))


def _gendered(text: str) -> Iterator[Notice]:
    for word, better in _WORD_FOR_BOTH_SEXES.items():
        if word in text:
            yield Notice("gendered", f"「{word}」は性別を限る言葉です。「{better}」に直してください。")
    for found in _ONE_SEX.finditer(_BOTH_SEXES.sub("", text)):
        yield Notice(
            "gendered", f"「{found[0]}」は性別を限る言葉です。性別を問わない書き方に直してください。"
        )


def _contacts(text: str) -> Iterator[Notice]:
    for found in _MAIL.finditer(text):
        yield Notice(
            "mail_in_text", f"「{found[0]}」を消してください。メールアドレスは連絡先の欄に入力します。"
        )
    for found in _WEB.finditer(_MAIL.sub(" ", text)):
        yield Notice(
            "web_in_text", f"「{found[0]}」を消してください。応募と質問は、このサイトで受け付けます。"
        )
    for found in _PHONE.finditer(text):
        if _is_phone(found[0]):
            yield Notice(
                "phone_in_text", f"「{found[0]}」を消してください。電話番号は連絡先の欄に入力します。"
            )


def _is_phone(text: str) -> bool:
    try:
        phone_digits(text)
    except Mistake:
        return False
    return True
