"""What a person sees: screens ask services and show; no SQL, no keys."""
