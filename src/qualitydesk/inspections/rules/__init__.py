"""Pure decisions of inspections: packs read, items chosen, scores, verdicts."""
