"""What follows from the trend: the plan for each hip, and the warnings."""
