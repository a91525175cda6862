"""When a break is due, what is said of it, and which one it is."""
