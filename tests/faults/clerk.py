"""A clerk who stops and resumes a posting as fast as the database answers, and notes each answer on paper.

Every "done" on standard output is an acknowledged change.
"""

import time

import django


def main() -> None:
    """Set everything up, then change and note until somebody ends the process."""
    django.setup()
    from django.db import Error, connection

    from tests.faults.scene import everybody, publish

    posting, sato = publish(everybody(recruiters=3))
    print("ready", flush=True)
    while True:
        try:
            # What was not acknowledged is looked at again, not repeated blindly.
            posting.refresh_from_db()
            verb = posting.pause if posting.is_live else posting.resume
            verb(by=sato)
        except Error:
            connection.close()
            time.sleep(0.05)
        else:
            print("done", flush=True)


if __name__ == "__main__":
    main()
