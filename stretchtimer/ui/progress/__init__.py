"""The Progress page: statements, chart and table."""
