"""The questions that applicants, askers and facilities answer."""
