"""Questioning an entry: choosing a protocol, the run, follow-ups, what is taken along."""
