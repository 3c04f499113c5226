"""Files that people take away: the one CSV writer and the columns of each file (domain.md F)."""
