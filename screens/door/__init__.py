"""The closed door: the first run, the passphrase, the recovery code."""
