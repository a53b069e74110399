"""Reports whose every text is a stranger's: for the property tests of the formats."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from sample import QUIET, finding, meridian, side

from checker.records import Problem, Reason, Report, Severity, Suppressed

#: What formats stumble over, between letters of every kind.
_PIECES = (
    *(
        "\ud800",
        "\udfff",
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\ufffe",
        "\uffff",
        "\u202e",
        "\u200b",
    ),
    *(
        "\ufeff",
        "\r",
        "\n",
        "\r\n",
        "\t",
        " ",
        "e\u0301",
        "\U0001f469\u200d\U0001f467",
        "- x",
        "1. x",
        "1) x",
    ),
    *("# h", "> q", "| a | b |", '=HYPERLINK("https://evil.example")', "[text](https://evil.example)"),
    *r"é 漢字 𝔸 😀 ` `` ``` <b> </details> <script>alert(1)</script> <!-- --> ]]> &lt; &#64;".split(),
    *("&", '"', "'", "\\", "[", "]", "www.evil.example", "---"),
    *"@octocat @org/team #123 GH-12 owner/repo#1 !12 ~label https://evil.example/a?b=c".split(),
    *"me@evil.example mailto:me@evil.example ![](https://evil.example/x.png) [^1] [!NOTE] [x] ***".split(),
    *"=== __b__ ~~s~~ $x$ $$x$$ :tada: :shipit: 0123456789abcdef deadbeef =1+1 +1 -1 @SUM(1) ;=1".split(),
    *"% %0A %25 : , ::error::x ##[error]x {0} }".split(),
)

texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=8).map("".join)
paths = st.one_of(
    st.none(), texts, st.sampled_from(["-", "a b/c#d?.md", "/abs/x.md", "C:\\x\\y.md", "../up/x.txt"])
)


@st.composite
def _sides(draw: st.DrawFn, make):
    text, path = draw(texts), draw(paths)
    strange = {name: draw(texts) for name in ("source", "article", "claim", "before", "after", "title")}
    speaker = draw(st.one_of(st.none(), texts))
    return make(text, path=path, speaker=speaker, column=draw(st.integers(1, 90)), **strange)


@st.composite
def findings(draw: st.DrawFn):
    """A finding all of whose texts are strange; codes and fingerprints are checker's own."""
    return finding(
        draw(_sides(side)),
        draw(_sides(meridian)),
        fingerprint=f"{draw(st.integers(0, 2**64 - 1)):016x}",
        severity=draw(st.sampled_from(Severity)),
        explanation=draw(texts),
        event=draw(texts),
        reasons=tuple(draw(st.lists(st.builds(Reason, st.booleans(), texts), max_size=2))),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of up to three findings, one accepted one, one lost and one repaired input."""
    found = tuple(draw(st.lists(findings(), max_size=3, unique_by=lambda each: each.fingerprint)))
    accepted = draw(st.lists(st.builds(Suppressed, findings(), st.just("baseline"), texts), max_size=1))
    problems = st.lists(st.builds(Problem, texts, texts, st.one_of(st.none(), st.integers(1, 9))), max_size=1)
    return replace(
        QUIET,
        findings=found,
        suppressed=tuple(accepted),
        errors=tuple(draw(problems)),
        warnings=tuple(draw(problems)),
    )
