"""Rows of insights: the words of a week, saved views and marks on charts, sums read for charts."""
