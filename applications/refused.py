"""What a hire is refused with."""

from django.core.exceptions import ValidationError


class CannotHire(ValidationError):
    """No place or day is left, or this posting hires nobody now; the sentence says what to do."""
