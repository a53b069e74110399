"""The parts of the HTML report: trees of elements, one module for each thing that stands on the page."""
