"""Room of all that leaves: preview, names, delivery, register, recipients and people."""
