"""A routine in time: its phases, the state machine that leads through them, and what is said and sounded."""
