"""Whatever order people act in: nobody too many, nobody twice, every counter equals its rows."""
