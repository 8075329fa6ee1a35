"""Looking back: the months side by side."""
