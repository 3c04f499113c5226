"""Sheets (求人票) as PDF: how many a second one processor makes when it is warm, and how large they are."""

import time

from postings.documents import sheet
from postings.models import Listing

HOW_MANY = 40


def answer() -> dict[str, float]:
    """Return sheets a second of processor time, and the size of the largest in KB."""
    newest = Listing.objects.select_related("posting__facility").order_by("-published_at")[: HOW_MANY + 1]
    first, *others = [one.posting for one in newest]
    sheet(first)
    started = time.process_time()
    sizes = [len(sheet(posting)) for posting in others]
    return {"per_second": len(sizes) / (time.process_time() - started), "largest": max(sizes) / 1000}
