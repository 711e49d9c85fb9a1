"""One module for each screen: from the case to the plain values that it shows."""
