"""What a report means for a build: thresholds and exit codes."""
