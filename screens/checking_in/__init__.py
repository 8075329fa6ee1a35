"""Room of check-ins: load and mood, one’s own curves, whom to talk to."""
