"""The `counterclaim` command."""
