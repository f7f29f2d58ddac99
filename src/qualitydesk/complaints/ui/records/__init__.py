"""What the pages of internal requests and of wishes share: a list with states, one of them with its timeline."""
