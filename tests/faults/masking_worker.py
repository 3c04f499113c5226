"""The night's masking without Celery, to be killed at any moment."""

import django


def main() -> None:
    """Mask one round and end."""
    django.setup()
    from applications.masking import mask_ended

    print("ready", flush=True)
    mask_ended()


if __name__ == "__main__":
    main()
