"""Step 2 of the path: the office's queue, its check list, and its decisions."""
