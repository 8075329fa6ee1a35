"""Tables, migrations and queries: the only SQL; rows in, model values out."""
