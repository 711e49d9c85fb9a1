"""Which mentions of a document stand for one party: scored by named signs, or left open."""
