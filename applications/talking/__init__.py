"""Messages between an applicant (or asker) and a facility: relayed unaltered, seen by nobody else (domain.md B.6, C.3)."""
