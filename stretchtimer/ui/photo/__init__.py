"""Measuring the angle of a hip on a photograph."""
