"""Forms of the nurse centers."""
