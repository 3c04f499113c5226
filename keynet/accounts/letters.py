"""Letters about accounts."""

from datetime import UTC, datetime

from keynet.outbox.letters import LetterKind

SIGN_UP = LetterKind(
    name="account.sign_up",
    title="アカウントの登録のリンク",
    to="入力されたメールアドレス",
    sample=lambda: {"path": "/account/new/…/", "known": False},
    secret=True,
    private=True,
    unproved=True,
)
NEW_ADDRESS = LetterKind(
    name="account.new_address",
    title="メールアドレスの変更のリンク",
    to="新しいメールアドレス",
    sample=lambda: {"path": "/account/security/address/new/…/", "known": False},
    secret=True,
    private=True,
    unproved=True,
)
ADDRESS_CHANGED = LetterKind(
    name="account.address_changed",
    title="メールアドレスを変えたお知らせ（本人）",
    to="前と新しいメールアドレス",
    sample=lambda: {"is_former": True},
    private=True,
)
SIGN_IN_CHANGED = LetterKind(
    name="account.sign_in_changed",
    title="ログインの設定が変わったお知らせ（本人）",
    to="アカウントの本人",
    sample=lambda: {
        "change": "パスキーを登録しました。",
        "at": datetime(2026, 11, 21, 10, 0, tzinfo=UTC),
        "device": "Windowsのパソコン・Chrome",
    },
    private=True,
)
SECOND_FACTOR_RESET = LetterKind(
    name="account.second_factor_reset",
    title="二段階の確認を解除したお知らせ（本人）",
    to="解除された本人",
    sample=lambda: {"body": "運営事務局"},
)
COLLEAGUE_RESET = LetterKind(
    name="account.colleague_reset",
    title="二段階の確認を解除したお知らせ（施設の管理者）",
    to="同じ施設の管理者",
    sample=lambda: {"name": "佐藤 花子", "facility": "さくら病院"},
)
