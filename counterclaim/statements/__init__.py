"""A parsed text into statements: source, cue, content, and the stance taken."""
