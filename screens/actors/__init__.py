"""The map of the people around one's role."""
