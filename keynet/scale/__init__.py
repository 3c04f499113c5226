"""A whole country's postings, invented from one number: what the search and the bench are tried with."""
