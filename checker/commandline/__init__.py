"""What the commands share: options, streams, files, and the texts they print; for ``checker.cli`` alone."""
