"""What statements and narration say: events, estimates, relations."""
