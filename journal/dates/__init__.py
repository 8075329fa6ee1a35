"""Dates and times: read as people write them, told as people say them."""
