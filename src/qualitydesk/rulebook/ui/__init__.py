"""The rulebook on screen: to be read, not yet to be changed."""
