"""People, what they were appointed to, and the secret links mailed to them."""
