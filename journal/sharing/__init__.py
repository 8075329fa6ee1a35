"""What leaves: selecting, aliasing, previewing, rendering, protecting, disclosing."""
