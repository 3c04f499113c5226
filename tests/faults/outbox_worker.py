"""A worker without Celery: relay and postman in a loop, to be killed at any moment."""

import time

import django


def main() -> None:
    """Run until somebody ends the process."""
    django.setup()
    from keynet.outbox import postman, relay
    from keynet.reactions import REACTIONS

    print("ready", flush=True)
    while True:
        relay.run(REACTIONS)
        postman.deliver()
        time.sleep(0.05)


if __name__ == "__main__":
    main()
