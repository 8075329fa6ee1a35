"""Cases: the sheet, the rehearsal, what others offer, what one takes away."""
