"""Commands of the nurse centers."""
