"""The postings, share by share, on as many processors as there are; each share is one transaction."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from django.db import connection, connections, transaction

from applications.models import Application
from keynet.scale.applicants import Applicants
from keynet.scale.copying import Row, copy_rows
from keynet.scale.plan import Plan
from keynet.scale.postings import Employers, make_rows
from keynet.scale.records import write_records
from postings.models import Posting


class Worker:
    """Makes shares of one plan; a process has one, which knows the facilities."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.employers = plan, Employers()

    @transaction.atomic
    def make(self, ids: range) -> int:
        """Write the postings with these ids and what belongs to them; return their number."""
        applicants = Applicants(self.plan, self.plan.random(f"applicants {ids.start}"))
        applications: list[Row] = []

        def rows() -> Iterator[Row]:
            for row in make_rows(self.plan, ids, self.employers):
                if row.get("published_at"):
                    applications.extend(applicants.to(row))
                yield row

        copy_rows(Posting, rows())
        copy_rows(Application, applications)
        write_records(self.plan, ids)
        connection.check_constraints()
        return len(ids)


_worker: Worker


def _begin(plan: Plan) -> None:
    global _worker  # what ProcessPoolExecutor offers to keep something in a process
    _worker = Worker(plan)


def _make(ids: range) -> int:
    return _worker.make(ids)


def make_shares(plan: Plan, processes: int) -> Iterator[int]:
    """Write all postings; give the number that is there after each share."""
    if processes == 1:
        yield from _sums(map(Worker(plan).make, plan.shares))
        return
    connections.close_all()  # a connection must not be shared with a child
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(plan,)) as pool:
        yield from _sums(pool.map(_make, plan.shares))


def _sums(numbers: Iterator[int]) -> Iterator[int]:
    done = 0
    for number in numbers:
        done += number
        yield done
