"""Settings, keys, and the families of follow-up questions."""
