"""Template tags of the design system and of written Japanese; both libraries are built in, no `load` needed."""
