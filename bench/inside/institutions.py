"""An empty list of institutions, so that its import can be measured from the start."""

from django.db import connection


def answer() -> int:
    """Empty the table and return how many rows are left."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE facilities_institution RESTART IDENTITY")
    return 0
