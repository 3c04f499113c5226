"""Step 6 of the path: the one search, its conditions, counts and addresses."""
