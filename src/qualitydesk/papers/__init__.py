"""What happens to a finished PDF: archive, reprint, preview, print."""
