"""Measurements of speed and quality: each module prints one table."""
