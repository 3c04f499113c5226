"""Step 1 of the path: the form of a facility that has no account yet, opened by a mailed link."""
