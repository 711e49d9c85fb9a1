"""The page: read, compare and review a case in a browser, on this machine alone."""
