"""Who offers work: facilities, their people, their registration, and the public desks that help."""
