"""Key in hand: a small process that holds one vault's key for the shell, when it was asked for, and no longer."""
