"""A guest at a console's page: to the login, and back. What a person typed while the session ended is not lost."""

import re

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse

from keynet.forms import unsaved

TYPED_AT = re.compile(r"/facility/[^/]+/postings/[^/]+/edit/[a-z]+/")
"""Pages that show what was kept (keynet.forms.unsaved)."""

ENDED = "ログインの有効期間が終わりました。入力した内容は残っています。ログインすると、続きから入力できます。"


def to_login(request: HttpRequest) -> HttpResponse:
    """Lead to the login; a POST cannot be repeated after it, so its answers are kept, or its person starts from home."""
    if request.method in ("GET", "HEAD"):
        return redirect_to_login(request.get_full_path())
    if not (TYPED_AT.fullmatch(request.path_info) and _is_from_our_page(request) and unsaved.keep(request)):
        return redirect_to_login(reverse("accounts:home"))
    login = redirect_to_login(request.get_full_path())
    if request.headers.get("X-Autosave") == "1":
        return JsonResponse({"said": ENDED, "login": login["Location"]}, status=401)
    return login


def _is_from_our_page(request: HttpRequest) -> bool:
    """Return whether the POST carries our token: the view that would ask for it is never reached."""
    check = CsrfViewMiddleware(lambda request: HttpResponse())
    return check.process_view(request, lambda request: HttpResponse(), (), {}) is None
