"""Paths of a facility's inbox beside one answer: batches, templates, notes, second thoughts, sheets, the file."""

from django.urls import path

from applications.views import batches, notes, results, taking, templates

ONE = "applications/<uuid:application>/"
urlpatterns = [
    path("applications/batch/", batches.batch, name="batch"),
    path("applications/batch/<uuid:batch>/", batches.result, name="batch_result"),
    path("applications/file/", taking.ask_file, name="file"),
    path("applications/file/applicants.csv", taking.file, name="file_csv"),
    path("applications/templates/", templates.templates, name="templates"),
    path("applications/templates/new/", templates.new, name="template_new"),
    path("applications/templates/<uuid:template>/", templates.edit, name="template"),
    path("applications/templates/<uuid:template>/delete/", templates.delete, name="template_delete"),
    path(f"{ONE}note/", notes.note, name="note"),
    path(f"{ONE}recall/", notes.recall, name="recall"),
    path(f"{ONE}print/", taking.print_page, name="print"),
    path(f"{ONE}sheet.pdf", taking.application_sheet, name="sheet"),
    path(f"{ONE}result/", results.result, name="result"),
    path(f"{ONE}result.pdf", results.result_sheet, name="result_sheet"),
]
