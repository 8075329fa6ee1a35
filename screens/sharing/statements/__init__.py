"""Progress statements, their validation in writing, and the sponsor’s report."""
