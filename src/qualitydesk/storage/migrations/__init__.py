"""Alembic's folder: env.py tells how a migration is added, versions/ holds them in order."""
