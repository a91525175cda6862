"""The second face: a session in the terminal, without Qt; for a text console, a screen reader, or no display at all."""
