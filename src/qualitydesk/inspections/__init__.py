"""Standards, rounds, answers, findings."""
