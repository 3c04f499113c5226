"""The answer: applications, inquiries and hires."""
