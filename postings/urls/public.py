"""Paths of the public: top, search, posting page, open data."""

from django.urls import path, re_path
from django.views.decorators.cache import cache_control

from postings.views import complaints, crawlers, feeds, open_data, posting_page, public, saved, search_page

NUMBER = r"(?P<number>KN-\d{4}-\d{6,12})"

app_name = "postings"
urlpatterns = [
    path("", public.top, name="top"),
    path("postings/", search_page.search, name="search"),
    path("postings/feed/", feeds.feed, name="feed"),
    path("postings/search.csv", feeds.search_csv, name="search_csv"),
    path("postings/areas/", public.areas, name="areas"),
    path("postings/areas/<str:prefecture>/", public.area, name="area"),
    re_path(rf"^postings/{NUMBER}/$", posting_page.posting_page, name="posting"),
    re_path(rf"^postings/{NUMBER}/sheet\.pdf$", posting_page.posting_sheet, name="sheet"),
    re_path(rf"^postings/{NUMBER}/report/$", complaints.report, name="report"),
    re_path(
        rf"^postings/{NUMBER}/report/(?P<receipt>C-\d{{4}}-\d{{6,12}})/$",
        complaints.reported,
        name="reported",
    ),
    path("postings/<slug:occupation>/", search_page.landing, name="landing"),
    path("postings/<slug:occupation>/<str:prefecture>/", search_page.landing, name="landing_area"),
    path("data/postings.csv", open_data.postings_csv, name="csv"),
    path("saved/", saved.saved, name="saved"),
    path("saved/keep/", saved.keep, name="keep"),
    path("saved/let-go/", saved.let_go, name="let_go"),
    path("robots.txt", cache_control(max_age=86400)(crawlers.robots), name="robots"),
    path("sitemap.xml", crawlers.sitemap_index, name="sitemap_index"),
    path("sitemaps/pages.xml", crawlers.sitemap_pages, name="sitemap_pages"),
    path("sitemaps/postings-<int:file>.xml", crawlers.sitemap_postings, name="sitemap"),
]
