"""Forms about facilities."""
