"""Pages about a facility's people."""
