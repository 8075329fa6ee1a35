"""The domain as frozen, validated values and pure rules: one file per notion."""
