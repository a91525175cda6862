"""The settings: cards of rows, each bound to its setting."""
