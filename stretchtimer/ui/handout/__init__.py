"""The handout of a routine: one page for the wall beside the desk."""
