"""Who published an article: the names that a user gives, a table of metadata, the domain of its address."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.sources.metadata import Metadata
from checker.sources.origin import origin_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.records import Article


@dataclass(frozen=True, slots=True)
class Labels:
    """``publishers`` maps a registered domain or a source's name as read to the name to use for it."""

    metadata: Metadata = field(default_factory=Metadata)
    publishers: Mapping[str, str] = field(default_factory=dict)

    def applied(self, article: Article) -> Article:
        """The article under the publisher's name that is known for it."""
        labelled = self.metadata.applied(article)
        domain = _domain(labelled.url)
        source = labelled.source
        if domain is not None and source == origin_of(labelled.path or labelled.id).source:
            # A domain says more about the publisher than the name of a file.
            source = domain
        named = self.publishers.get(source) or (self.publishers.get(domain) if domain else None)
        source = named or source
        return labelled if source == labelled.source == article.source else replace(labelled, source=source)


def _domain(url: str | None) -> str | None:
    if url is None:
        return None
    from checker.sources.publisher import registered_domain

    return registered_domain(url)
