"""What happens to a finished paper: issued into the archive, printed again as a copy, looked at, sent to a printer."""
