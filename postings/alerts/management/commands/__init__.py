"""Commands of `postings.alerts`."""
