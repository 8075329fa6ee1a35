"""Frame of every page: page, navigation, save queue, commands, help; it knows no room."""
