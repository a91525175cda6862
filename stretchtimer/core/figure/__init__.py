"""The drawn figure: joint angles (`pose`) become points (`figure`), blend (`blend`) and play (`motion`)."""
