"""Today: the one thing to do next, what waits, what is not finished."""
