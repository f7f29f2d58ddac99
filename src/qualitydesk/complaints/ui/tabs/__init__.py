"""The tabs of a case's page: each shows its part of the case and opens the dialogs that change it."""
