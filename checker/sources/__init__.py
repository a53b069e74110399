"""Files, directories and standard input to articles: one module a format."""

from checker.sources.reading import Reading
from checker.sources.walk import read

__all__ = ["Reading", "read"]
