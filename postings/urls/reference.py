"""Paths of the tables that the office keeps."""

from django.urls import path

from postings.views import reference

app_name = "reference"
urlpatterns = [
    path("", reference.tables, name="tables"),
    path("minimum-wages/", reference.minimum_wages, name="minimum_wages"),
    path("minimum-wages/add/", reference.add_minimum_wages, name="add_minimum_wages"),
    path("minimum-wages/<str:place>/", reference.minimum_wage, name="minimum_wage"),
    path("synonyms/", reference.synonyms, name="synonyms"),
    path("synonyms/add/", reference.add_synonym, name="add_synonym"),
    path("synonyms/<int:pk>/", reference.synonym, name="synonym"),
    path("synonyms/<int:pk>/drop/", reference.drop_synonym, name="drop_synonym"),
]
