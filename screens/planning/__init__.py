"""Plans, their options and their steps."""
