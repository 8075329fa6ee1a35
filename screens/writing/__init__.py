"""Room of writing a situation: the text first, everything beside it when asked for."""
