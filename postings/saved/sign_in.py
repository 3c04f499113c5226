"""At sign-in the guest's saved postings become the person's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from keynet.accounts.models import User
from postings.saved import cookie
from postings.saved.shelf import MOST, AccountShelf


def take_over(request: HttpRequest, user: User, response: HttpResponse) -> None:
    """Move the cookie's postings into the account and drop the cookie: the next person here starts with none."""
    brought = cookie.read(request)
    if not brought:
        return
    left = AccountShelf(user).take_over(brought)
    if left:
        words = f"保存できる求人は{MOST}件までです。ログインする前に保存した求人のうち、{left}件は引き継げませんでした"
        messages.warning(request, words)
    cookie.drop(response)
