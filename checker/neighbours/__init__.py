"""Vectors -> candidate pairs."""
