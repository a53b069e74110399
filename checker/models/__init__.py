"""The embedded models: their files, and how they are run."""
