"""What the first page and the search read from everybody's tables."""
