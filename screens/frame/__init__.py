"""What every page is built on: page, navigation, save queue, commands, help; it knows no room."""
