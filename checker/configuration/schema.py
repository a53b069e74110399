"""The JSON Schema of the configuration, for editors; ``configuration.schema.json`` ships with the package."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING

from checker.configuration import keys
from checker.configuration.files import FILES
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = "configuration.schema.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_PLAIN = (bool, int, float, str)


def schema(rules: Iterable[str] = ()) -> dict[str, object]:
    """The schema of the settings, in checker.toml or in the table [tool.checker], made from the keys.

    ``rules`` are the codes that an editor offers; any other that looks like a code is valid too, since a
    schema may outlive the rules of one version.
    """
    made = keys.section(rules).schema()
    defaults = Settings()
    properties = made["properties"]
    assert isinstance(properties, dict)
    for key, entry in properties.items():
        default = getattr(defaults, key.replace("-", "_"))
        if isinstance(default, _PLAIN):
            entry["default"] = default
    return {
        "title": "Settings of checker",
        "description": "checker.toml, or the table [tool.checker] of pyproject.toml",
        **made,
    }


def of_file(name: str, rules: Iterable[str] = ()) -> dict[str, object]:
    """The schema (draft 7) of a whole file: of pyproject.toml all but its one table is let pass."""
    made = schema(rules)
    for key in reversed(dict(FILES)[name]):
        made = {"type": "object", "properties": {str(key): made}}
    return {"$schema": _DRAFT, **made}


def as_json(made: dict[str, object]) -> str:
    """A schema as the text that ships."""
    return json.dumps(made, indent=2, ensure_ascii=True) + "\n"


def shipped() -> str:
    """The text of the schema that ships with the package."""
    return resources.files("checker.configuration").joinpath(FILE).read_text(encoding="utf-8")
