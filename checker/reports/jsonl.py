"""One finding a line: the objects of the JSON report's ``findings``, for streams and line tools."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.reports.json import finding_object
from checker.reports.order import in_order

if TYPE_CHECKING:
    from checker.records import Report


def render(report: Report) -> str:
    """Return one ASCII JSON object a line, in the order of the JSON report; no finding is no line.

    Raises:
        ValueError: a score is not a finite number.
    """
    return "".join(
        json.dumps(finding_object(finding), ensure_ascii=True, allow_nan=False) + "\n"
        for finding in in_order(report.findings)
    )
