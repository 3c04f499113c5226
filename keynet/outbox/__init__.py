"""What happened (events) and what must leave (letters): rows first, so that nothing acknowledged is ever lost."""
