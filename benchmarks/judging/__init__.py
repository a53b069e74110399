"""The parts of ``benchmarks.quality``: one module a section of its output, and what they share."""
