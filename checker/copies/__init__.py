"""Which articles are one source: copies of whole articles, found before anything is paired."""

from checker.copies.articles import Copies, Link, article_copies

__all__ = ["Copies", "Link", "article_copies"]
