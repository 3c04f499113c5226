"""Forms of the alerts."""
