"""How long people's data stay, who has been erased, and the switch that stops all erasing."""
