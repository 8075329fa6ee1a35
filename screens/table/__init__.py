"""The one table of commands, room by room; `screens.frame.commands` puts it together and reads it."""
