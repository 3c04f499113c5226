"""The form of a posting: four blocks that open in any order (domain.md B.2)."""
