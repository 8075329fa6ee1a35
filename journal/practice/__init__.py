"""What the manager does: one service per activity."""
