"""Commands of facilities."""
