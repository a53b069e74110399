"""Pages for the tests of everything that reads HTML, written for them."""

PARAGRAPHS = (
    "The envoys met in Geneva on Sunday and agreed to resume the talks that had broken off in spring.",
    "A spokeswoman for the ministry said that twelve ships would leave the port before the end of the week.",
    "Grain prices fell by four per cent after the announcement, traders in three cities reported.",
    "Opponents of the agreement called it a mistake, and demanded that parliament should vote on it first.",
)


def page(head: str = "", *, before: str = "", after: str = "", body: str | None = None) -> str:
    """A news page with a menu, an article, teasers, comments and a footer."""
    if body is None:
        body = "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">{head}<style>p {{ color: red }}</style></head><body>
<header><div class="clock">Saturday, July 6, 2024, 14:31</div>
<div class="weather">Kyiv 28 degrees, July 6, 2024</div>
<nav><ul><li><a href="/w">World</a></li><li><a href="/b">Business</a></li></ul></nav></header>
<main>{before}<article><h1>Envoys agree on new talks</h1>
{body}</article>{after}
<aside class="related"><h2>Most read</h2><ul>
<li><a href="/1">A cat was found on a roof</a> <time datetime="2024-07-05">July 5, 2024</time></li>
<li><a href="/2">A dog was found in a pond</a> <time datetime="2024-07-04">July 4, 2024</time></li>
</ul></aside>
<section id="comments" class="comments"><h2>2 comments</h2>
<p>I do not believe a single word of this story.</p>
</section></main><!-- a comment in the markup -->
<script>var unseen = "an unseen script";</script>
<footer><p>Copyright 2024 The Daily Post. All rights reserved.</p></footer></body></html>"""
