"""Example datasets, downloaded when they are first used."""
