"""What ``articles``, ``compare``, ``rules`` and ``models`` print, made without printing anything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from checker.reports.escape import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import Group

    from checker.comparing import Comparison
    from checker.records import Claim
    from checker.rules import Rule
    from checker.understanding import Understanding

JSONValue: TypeAlias = "str | float | bool | Sequence[JSONValue] | Mapping[str, JSONValue] | None"


def comparison_text(comparison: Comparison) -> str:
    """The verdict on two claims for a reader: the decision, how sure, what was compared, and why."""
    if comparison.code is None:
        head = f"no conflict (score {comparison.score:.2f})"
    else:
        head = f"{comparison.code} {comparison.severity} (score {comparison.score:.2f})"
    lines = [
        head,
        f"  A  {one_line(comparison.claim_a)}",
        f"  B  {one_line(comparison.claim_b)}",
        (
            f"  contradiction {comparison.contradiction:.2f}, entailment {comparison.entailment:.2f},"
            f" neutral {comparison.neutral:.2f}; similarity {comparison.similarity:.2f}"
        ),
    ]
    if comparison.explanation:
        lines.append(f"  {one_line(comparison.explanation)}")
    lines += [f"  {'+' if reason.supports else '-'} {one_line(reason.text)}" for reason in comparison.reasons]
    return "\n".join(lines)


def comparison_json(comparison: Comparison) -> dict[str, JSONValue]:
    """The verdict on two claims as a JSON object; ``code`` is null when they do not conflict."""
    return {
        "code": comparison.code,
        "severity": None if comparison.severity is None else str(comparison.severity),
        "score": comparison.score,
        "similarity": comparison.similarity,
        "contradiction": comparison.contradiction,
        "entailment": comparison.entailment,
        "neutral": comparison.neutral,
        "claim_a": comparison.claim_a,
        "claim_b": comparison.claim_b,
        "explanation": comparison.explanation,
        "reasons": [{"for": reason.supports, "text": reason.text} for reason in comparison.reasons],
    }


def understanding_text(understanding: Understanding) -> str:
    """One article as it was understood: where it is from, its counts, then each sentence and its claims."""
    article = understanding.article
    claims = sum(len(claims) for _, claims in understanding.sentences)
    left_out = Counter(drop.reason for drop in understanding.dropped)
    reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(left_out.items()))
    counts = [
        _count(len(understanding.sentences), "sentence"),
        _count(claims, "claim"),
        f"{_count(len(understanding.dropped), 'stretch', 'stretches')} left out",
    ]
    origin = (
        f"source {article.source}, date {article.published or 'unknown'}, "
        f"language {understanding.language or 'unknown'}, id {article.id}"
    )
    lines = [
        one_line(article.title or article.id),
        f"  {one_line(origin)}",
        f"  {', '.join(counts)}{f' ({reasons})' if reasons else ''}",
    ]
    if understanding.copies_of:
        lines.append(f"  {one_line('copy of ' + ', '.join(understanding.copies_of))}")
    for number, (sentence, its_claims) in enumerate(understanding.sentences, start=1):
        lines.append(f"{number:>5}  {one_line(sentence.text)}")
        lines += [f"         {_claim_line(claim)}" for claim in its_claims]
    return "\n".join(lines)


def understanding_table(understood: Sequence[Understanding]) -> Group:
    """A table of the articles, then what was left out of all of them and who copied whom."""
    from rich import box
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    # Folded, never cut: names of articles often begin alike and differ at their end.
    table.add_column("article", overflow="fold", ratio=3)
    table.add_column("source", overflow="fold", ratio=2)
    table.add_column("published", no_wrap=True, min_width=10)
    table.add_column("lang", no_wrap=True, min_width=4)
    for name, width in (("sents", 5), ("claims", 6), ("out", 3), ("copies", 6)):
        table.add_column(name, justify="right", no_wrap=True, min_width=width)
    for each in understood:
        # Text, not markup: an id may hold what looks like a tag of rich.
        table.add_row(*(Text(cell) for cell in _row(each)))
    reasons = Counter(drop.reason for each in understood for drop in each.dropped)
    lines = [
        f"left out: {', '.join(f'{count} {reason}' for reason, count in sorted(reasons.items())) or '-'}"
    ]
    lines += sorted(
        f"one story: {one_line(', '.join(sorted((each.article.id, *each.copies_of))))}"
        for each in understood
        if each.copies_of and each.article.id < min(each.copies_of)
    )
    lines += [one_line(f"{each.article.id}: {warning}") for each in understood for warning in each.warnings()]
    return Group(table, *(Text(line) for line in lines))


def _row(understanding: Understanding) -> tuple[str, ...]:
    article = understanding.article
    return (
        one_line(article.id),
        one_line(article.source),
        (article.published or "unknown")[:10],
        understanding.language or "?",
        str(len(understanding.sentences)),
        str(sum(len(claims) for _, claims in understanding.sentences)),
        str(len(understanding.dropped)),
        str(len(understanding.copies_of)) if understanding.copies_of else "-",
    )


def _claim_line(claim: Claim) -> str:
    speaker = f", {one_line(claim.speaker_name)}" if claim.speaker_name else ""
    return f"- [{claim.stance}, {claim.modality}{speaker}] {one_line(claim.text)}"


def rules_text(rules: Mapping[str, Rule]) -> str:
    """One line a rule: code, severity, name and summary, in columns."""
    rows = [(rule.code, str(rule.severity), rule.name, rule.summary) for rule in rules.values()]
    return "\n".join(_columns(rows))


def rule_text(rule: Rule) -> str:
    """A rule's code, name and severity above its documentation."""
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.documentation.strip()}"


def models_text(models: Sequence[Mapping[str, str]]) -> str:
    """One paragraph a model: its name, then a line for each thing known of it."""
    return "\n\n".join(
        "\n".join(
            [model["name"], *_columns((f"  {key}", one_line(model[key])) for key in model if key != "name")]
        )
        for model in models
    )


def _columns(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _count(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number} {singular if number == 1 else plural or f'{singular}s'}"
