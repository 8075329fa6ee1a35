"""Room of the visit: the way through the pages on which somebody is shown around in an invented year."""
