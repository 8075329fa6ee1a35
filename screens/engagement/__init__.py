"""The frame of an engagement: parties, objectives, agreement, and leaving it."""
