"""Room of looking back: the months side by side."""
