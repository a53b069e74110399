"""How many independent origins stand behind some articles: copies of one story are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.records import Article


def origins(articles: Iterable[Article], families: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The sources of ``articles`` in groups that count as one, each sorted, smallest first.

    Two articles have one origin if they are of one source, or copies of one story: ``families`` names for
    the id of a copied article the group of articles that it belongs to.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    sources: set[str] = set()
    for article in articles:
        source = root(f"source {article.source}")
        sources.add(article.source)
        family = families.get(article.id)
        if family is not None:
            parent[source] = root(f"family {family}")
    groups: dict[str, list[str]] = {}
    for name in sorted(sources):
        groups.setdefault(root(f"source {name}"), []).append(name)
    return sorted(tuple(group) for group in groups.values())


def families_of(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Groups of article ids as a mapping from each id to the name of its group, the smallest id in it."""
    return {member: min(group) for group in groups for member in group}
