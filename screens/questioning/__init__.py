"""Room of questioning: the choice of a protocol, the run, follow-ups, what is taken along."""
