"""Commands of `applications`."""
