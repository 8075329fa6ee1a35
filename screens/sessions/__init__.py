"""Sessions: planning, preparing, holding and moving them."""
