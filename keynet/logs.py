"""The log of every process: which lines are written, where to, and through which filters (log_lines.py)."""

from typing import Any

LINES_TO_THE_CONSOLE: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "keynet.log_lines.Formatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "filters": {
        "without_words": {"()": "keynet.log_lines.WithoutWords"},
        "without_secrets": {"()": "keynet.secret_paths.WithoutSecrets"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["without_words", "without_secrets"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        # Gunicorn and Celery bring handlers of their own, which quote exceptions and queries.
        "gunicorn.error": {"handlers": ["console"], "propagate": False},
        # Two ticks every two seconds: that they ran is no news, that they failed is.
        "celery.app.trace": {"level": "WARNING"},
        "celery.worker.strategy": {"level": "WARNING"},
        "celery.beat": {"level": "WARNING"},
        # Eleven lines for each sheet say only that it was made.
        "weasyprint": {"level": "WARNING"},
        # It would name the passkey of everybody who signs in.
        "fido2": {"level": "WARNING"},
    },
}
