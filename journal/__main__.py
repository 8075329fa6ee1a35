"""`python -m journal`."""
