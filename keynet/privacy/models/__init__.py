"""Erasure and MaskingStop."""

from keynet.privacy.models.erasure import Erasure
from keynet.privacy.models.masking_stop import MaskingStop

__all__ = ["Erasure", "MaskingStop"]
