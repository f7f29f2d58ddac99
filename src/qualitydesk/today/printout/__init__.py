"""What is to be done in words, and a day's work as a paper."""
