"""The drawn figure on the screen, on paper and in picture files."""
