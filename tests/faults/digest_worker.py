"""The morning's round in small batches, without Celery, to be killed at any moment."""

import django


def main() -> None:
    """Write what is due, two addresses at a time, and end."""
    django.setup()
    from postings.alerts.conditions import digest

    digest.BATCH = 2
    print("ready", flush=True)
    digest.write_digests()


if __name__ == "__main__":
    main()
