"""The one table of commands, room by room; `screens.commands` puts it together and reads it."""
