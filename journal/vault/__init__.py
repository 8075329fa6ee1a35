"""Keys and the encrypted file; knows nothing of journals."""
