"""What a facility has to report, for 「今日すること」 on its home: trainings, and people found in other ways."""

from collections.abc import Iterator

from django.urls import reverse

from applications.models import Hire
from applications.reports.outside import postings_to_report
from facilities.models import Facility
from postings.upkeep.todo import Todo


def todos_of_reports(facility: Facility) -> Iterator[Todo]:
    """Yield one line while trainings are not reported, and one for each posting that was filled elsewhere."""
    due = Hire.objects.active().filter(posting__facility=facility, training_report=None).count()
    if due:
        words = f"研修の報告が済んでいない採用が{due}件あります。受講のあとに報告してください"
        yield Todo(words, "研修を報告する", reverse("hires:list", args=[facility.public_id]))
    for posting in postings_to_report(facility):
        words = (
            f"「{posting.title}」を、ほかの方法で充足したとして終了しました。採用した人数を報告してください"
        )
        url = reverse("hires:outside", args=[facility.public_id, posting.number])
        yield Todo(words, "人数を報告する", url)
