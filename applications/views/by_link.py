"""Pages behind a secret link: who holds the link sees the row; anybody else sees how to go on."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from applications import links
from applications.models import Application, Inquiry
from keynet.accounts.models.mailed_link import LinkGone

GONE = {
    "expired": "applications/applicant/link_gone.html",
    "used": "applications/applicant/masked.html",  # nothing but masking closes these links
}
Row = TypeVar("Row", Application, Inquiry)


def by_link(
    model: type[Row],
) -> Callable[[Callable[Concatenate[HttpRequest, Row, str, ...], HttpResponse]], Callable[..., HttpResponse]]:
    """Give the view the row of the link in the address; 404 for an unknown link, 410 for one that is gone."""

    def decorate(
        view: Callable[Concatenate[HttpRequest, Row, str, ...], HttpResponse],
    ) -> Callable[..., HttpResponse]:
        @wraps(view)
        def opened_view(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, links.opened(model, token), token, *args, **kwargs)
            except LinkGone as gone:
                if gone.reason == "unknown":
                    raise Http404 from gone
                return render(request, GONE[gone.reason], {"token": token}, status=410)
            except model.DoesNotExist as forgotten:
                raise Http404 from forgotten

        return opened_view

    return decorate
