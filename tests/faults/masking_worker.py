"""The night's masking without Celery, to be killed at any moment."""

import django


def main() -> None:
    """Mask until nobody is left, and end; a person has confirmed the number."""
    django.setup()
    from applications.masking import mask_ended

    print("ready", flush=True)
    while mask_ended(confirmed=True):
        pass


if __name__ == "__main__":
    main()
