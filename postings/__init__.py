"""The offer: a posting, its terms and versions, its check by the office, its search."""
