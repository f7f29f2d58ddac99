"""What is due now, read from everybody; writes nothing."""
