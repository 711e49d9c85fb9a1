"""Files into documents: one module per format."""
