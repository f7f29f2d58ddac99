"""Group, institutions, departments, employees and their superiors by dates."""
