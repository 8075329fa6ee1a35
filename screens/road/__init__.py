"""The road: its milestones, the meetings of three, and the synthesis at the end."""
