"""Services of the practice: one for each thing that a manager does."""
