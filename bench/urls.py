"""The service's paths, and two floors that stand under a public prefix so that every middleware passes them."""

from django.urls import include, path

from bench import floors
from keynet.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("data/floor/constant/", floors.constant),
    path("data/floor/cards/", floors.cards),
    path("", include("keynet.urls")),
]
