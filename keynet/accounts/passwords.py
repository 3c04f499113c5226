"""What a password must be, in sentences that say what to do (NIST SP 800-63B: length, no composition rules)."""

from django.contrib.auth import password_validation as rules


class LongEnough(rules.MinimumLengthValidator):
    """At least `min_length` characters."""

    def get_error_message(self) -> str:
        """Return what to do about a short password."""
        return f"パスワードは{self.min_length}文字以上で入力してください"

    def get_help_text(self) -> str:
        """Return the rule, and what is not asked."""
        return f"{self.min_length}文字以上で入力してください。記号や大文字を混ぜる必要はありません。"


class NotCommon(rules.CommonPasswordValidator):
    """None of the 20,000 passwords that are tried first."""

    def get_error_message(self) -> str:
        """Return what to do about a password that everybody uses."""
        return "よく使われるパスワードです。いくつかの言葉を組み合わせてください"

    def get_help_text(self) -> str:
        """Return the rule."""
        return "よく使われるパスワードは使えません。"


class NotOneself(rules.UserAttributeSimilarityValidator):
    """Not the name or the mail address of its owner."""

    def get_error_message(self) -> str:
        """Return what to do about a password that others can guess."""
        return "%(verbose_name)sに似たパスワードです。ほかの言葉を組み合わせてください"

    def get_help_text(self) -> str:
        """Return the rule."""
        return "名前やメールアドレスに似たパスワードは使えません。"
