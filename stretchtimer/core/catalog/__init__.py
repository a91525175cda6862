"""What an exercise and a routine are, and what has to hold for one."""
