"""A document into words and mentions."""
