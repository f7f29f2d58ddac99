"""Qt pieces that know nothing of the work: the road off the GUI thread, tables, dialogs, questions, theme, rail."""
