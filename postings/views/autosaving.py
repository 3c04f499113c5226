"""Saving while one types: the block's own address, asked by a script, answers with the time and the card.

Without the script the button 下書きに保存 does the same. What cannot be stored as a draft is kept in the session.
"""

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from keynet.forms import unsaved
from keynet.forms.draft import DraftForm
from postings.lifecycle import PostingStatus
from postings.models import Posting

Forms = Sequence[DraftForm]
TOO_LONG = "長すぎるため、保存できていません。入力した内容は、この画面に残っています。"
DISCARD = "discard"
"""Value of `action`: what was kept in the session is not wanted any more."""


def is_autosave(request: HttpRequest) -> bool:
    """Return whether the script asks; pages never send this header."""
    return request.headers.get("X-Autosave") == "1"


def autosave(
    request: HttpRequest, posting: Posting, *, store: Callable[[], Forms], ask: Callable[[], Forms]
) -> HttpResponse:
    """Store the draft (`store`), or keep what was typed beside a posting that takes whole answers only (`ask`)."""
    may_be_draft = posting.status == PostingStatus.DRAFT
    if not may_be_draft and not unsaved.keep(request):
        return JsonResponse({"said": TOO_LONG}, status=413)
    if may_be_draft:
        unsaved.forget(request)
    forms = store() if may_be_draft else ask()
    answer = {
        "said": said_of(forms)
        if may_be_draft
        else f"{_now()} に入力の途中を預かりました。まだ変更されていません",
        "stamps": {form.stamp_name: form.stamp_of_page for form in forms} if may_be_draft else {},
        "card": card(next((form.instance for form in forms if isinstance(form.instance, Posting)), posting)),
    }
    return JsonResponse(answer)


def said_of(forms: Forms) -> str:
    """Say the time, and what another screen has changed meanwhile."""
    asked = [conflict.label for form in forms for conflict in form.elsewhere]
    if asked:
        return f"「{'」「'.join(asked)}」は、ほかの画面でも変更されました。保存のボタンを押すと、見比べて選べます"
    changed = [label for form in forms for label in form.labels_taken_over()]
    note = f"。「{'」「'.join(changed)}」はほかの画面で変わりました。開き直すと見られます" if changed else ""
    odd = sum(len(form.first_errors()) for form in forms)
    rest = f"（{odd}か所は、直すまで保存されません）" if odd else ""
    return f"{_now()} に自動保存しました{rest}{note}"


def card(posting: Posting) -> str:
    """Return the seekers' view of the posting, as the page shows it."""
    return render_to_string("postings/blocks/card.html", {"posting": posting})


def _now() -> str:
    return f"{timezone.localtime():%-H:%M}"
