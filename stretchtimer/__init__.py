"""Guided hip-flexor stretches, a self-test for each hip, and a chart of both over time."""

__version__ = "0.1.0"
