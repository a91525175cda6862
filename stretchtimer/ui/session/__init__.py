"""The session: countdown, side, figure, "It hurts", and the summary."""
