"""Which counterclaim this is, as every export names it."""

VERSION = "0.1.0"
