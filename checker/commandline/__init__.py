"""What the commands share: options, streams, files, and the texts they print. ``checker.cli`` uses it alone."""
