"""What a line of the log says of an exception: kinds and places, none of its words."""

import logging
import sys

from keynet.log_lines import Formatter


def shown(error: Exception) -> str:
    try:
        raise error from error.__cause__
    except Exception:
        record = logging.LogRecord("keynet", logging.ERROR, __file__, 1, "It failed", None, sys.exc_info())
    return Formatter("{message}", style="{").format(record)


def test_an_exception_is_shown_by_its_kind_after_what_led_to_it() -> None:
    error = ValueError("中村 優子")
    error.__cause__ = KeyError("090-0000-0000")
    lines = shown(error).splitlines()
    assert lines[:2] == ["It failed", "KeyError"] and lines[-1] == "ValueError"
    assert "中村" not in shown(error) and "090" not in shown(error)


def test_exceptions_that_lead_to_each_other_do_not_hang_the_log() -> None:
    error = ValueError()
    error.__cause__ = error
    assert shown(error).endswith("ValueError")
