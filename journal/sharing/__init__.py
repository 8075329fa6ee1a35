"""Services of sharing: selecting, aliasing, previewing, rendering, protecting, disclosing."""
