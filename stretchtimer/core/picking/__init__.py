"""What the person picks from: the list, its filters and words, and the page for the wall."""
