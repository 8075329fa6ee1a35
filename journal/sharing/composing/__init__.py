"""Pages composed of what several entries hold: for a session, since a session, a plan, a case for the group."""
