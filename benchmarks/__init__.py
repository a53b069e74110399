"""Speed and quality against others; each module is one command that prints a table."""
