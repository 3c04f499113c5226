"""The questions of the training report."""
