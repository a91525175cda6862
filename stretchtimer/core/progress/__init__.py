"""What the tests and the minutes say over time: dose, adherence, trend, chart rows, report."""
