"""Qt widgets: given values, they paint and emit; they hold no rule."""
