"""How others sign in: their passkeys and recovery codes, which nobody but themselves may see."""

from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.urls import reverse

from tests.access.related import Related
from tests.access.words import NEIGHBOUR, words_in

PAGES = {"keynet.accounts.views.second_factor"}
"""Where a mutant could be seen here and nowhere else."""


def foreign_logins(related: Related) -> Iterator[str]:
    """Yield what Sato, who has none, sees of Suzuki's passkey and codes."""
    suzuki = related.people["suzuki"]
    RecoveryCodes.activate(suzuki)
    facts = {"name": NEIGHBOUR.staff, "credential": {}}
    Authenticator.objects.create(user=suzuki, type=Authenticator.Type.WEBAUTHN, data=facts)
    client = related.client("sato")
    if words_in(client.get(reverse("mfa_index"))):
        yield "sato sees a passkey of somebody else"
    if client.post(reverse("mfa_view_recovery_codes")).status_code != 302:
        yield "sato sees codes of somebody else"
