"""ETag of a page: whoever has the same page already is told so in a few bytes."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')


def revalidated(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """Add an ETag over all that is shown, and answer 304 to it.

    The token of forms is masked anew in every answer and is left out; its secret, which a kept page goes on using,
    counts instead. There is no Last-Modified: the postings near this one change without it.
    """
    secret = request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")
    shown = TOKEN.sub(b"", response.content) + secret.encode()
    etag = f'W/"{salted_hmac("postings.etag", shown, algorithm="sha256").hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response
