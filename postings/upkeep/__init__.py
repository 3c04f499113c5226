"""Step 4 and 10 of the path: how a facility, and the clock, keep a posting true from draft to end."""
