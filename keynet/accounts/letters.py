"""Letters about accounts."""

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
