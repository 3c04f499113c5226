"""The list of postings for machines: the feed and the file of any search, and the maps that crawlers follow."""
