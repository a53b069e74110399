"""The name of a publisher where nothing but a URL tells it: the registered domain.

``https://www.bbc.co.uk/news`` is published by ``bbc.co.uk``. What part of a host name is registered is
looked up in the public suffix list that the library ``tld`` carries; the network is never asked.
"""

from __future__ import annotations

import re

#: Nothing else in a host name is looked up: not user names, ports, addresses or words without a dot.
_HOST = re.compile(
    r"(?:https?:)?//(?:[^/?#@\s]*@)?(?P<host>[^/?#@:\s\[\]]+\.[^/?#@:\s\[\]]*[^/?#@:\s\[\].\d])\.?"
    r"(?::\d*)?(?:[/?#]|\Z)",
    re.IGNORECASE,
)
_LONGEST_HOST = 253


def registered_domain(url: str) -> str | None:
    """The registered domain of a web address, in lower case; None for IP addresses, local and broken ones.

    Sites on a shared host (``name.github.io``) are publishers of their own.
    """
    found = _HOST.match(url.strip()[:2048])
    if found is None or len(found["host"]) > _LONGEST_HOST:
        return None
    from tld import get_fld

    domain = get_fld(
        f"https://{found['host'].lower()}/", fail_silently=True, search_private=True, search_public=True
    )
    return domain or None
