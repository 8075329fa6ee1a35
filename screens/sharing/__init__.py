"""What leaves: preview, names, delivery, register, recipients and people."""
