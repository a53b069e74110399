import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.clean import clean
from checker.records import Article

PROSE = (
    "The envoys of the two countries met for three hours on Tuesday, and both sides called the talks useful.",
    "A spokesman for the ministry said that the ceasefire would begin on Friday if the army agreed to it.",
    "Residents of the border town told reporters that they had heard no shots since the early morning.",
    "The opposition asked for a vote in parliament before any paper is signed by the government.",
)
ARTICLE = "\n\n".join(PROSE)


def _clean(text: str, **options: bool) -> tuple[list[str], list[tuple[str, str]]]:
    article = Article(id="a", source="s", text=text)
    blocks, drops = clean(article, **options)
    kept = [text[block.start : block.end] for block in blocks]
    return kept, [(drop.reason, text[drop.start : drop.end]) for drop in drops]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ ALSO: Five things to know about the border", "read_also"),
        ("Related: How the war began", "read_also"),
        ("Read more", "read_also"),
        ("Click here to get our app", "read_also"),
        ("Photo from Google", "credit"),
        ("The bridge after the storm (Photo: Reuters)", "credit"),
        ("A woman walks past a shop in the old town on Monday. Anna Smith/Getty Images", "credit"),
        ("FILE PHOTO - A soldier in May.", "credit"),
        ("The bridge after the storm (Reuters)", "credit"),
        ("The minister speaks in May. (Jo Doe/Reuters)", "credit"),
        ("FILE PHOTO: The minister speaks in May.", "credit"),
        ("(Jo Doe/AFP)", "credit"),
        ("By Editor", "byline"),
        ("By Anna Smith and Jo Doe", "byline"),
        ("Anna Smith contributed to this report.", "byline"),
        ("Reporting by Anna Smith; Editing by Jo Doe", "byline"),
        ("Source :Skai", "source_line"),
        ("This article was originally published by the Daily Post.", "source_line"),
        ("Share this on Facebook", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("1.2k shares", "share"),
        ("32.1 C", "weather_date"),
        ("Monday, July 15, 2024", "weather_date"),
        ("Last updated: 6 November 2022, 10:15", "weather_date"),
        ("3 hours ago", "weather_date"),
        ("Join For Personal Benefits News", "subscription"),
        ("Sign up for our daily newsletter", "subscription"),
        ("Enter your email address", "subscription"),
        ("We use cookies to give you the best experience on our pages.", "cookies"),
        ("© 2022 The Daily Post. All rights reserved.", "copyright"),
        ("Copyright 2022 Daily Post", "copyright"),
        ("Tags: war, talks, Geneva", "tags"),
        ("#war #talks", "tags"),
        ("Advertisement", "advertisement"),
        ("Story continues below", "advertisement"),
        ("Home | News | Sports | Weather", "menu"),
        ("Skip to content", "menu"),
        ("buy metronidazole online", "spam"),
        ("* * *", "markup"),
        ("https://example.org/a", "share"),
        ("Follow @dailypost", "share"),
        ("By Jane Doe, Political Correspondent", "byline"),
        ("Jane Doe, Senior Reporter", "byline"),
        ("By Jane Doe March 4, 2021", "byline"),
        ("USA TODAY", "byline"),
        ("Contributing: Associated Press", "byline"),
        ("Jane Doe/Daily Post", "credit"),
        ("Slideshow (7 Images)", "credit"),
        ("In this image taken from video, smoke rises above the harbour.", "credit"),
        ("A boat is seen off the island on Monday in this undated handout photo.", "credit"),
        ("Published 3 hours ago", "weather_date"),
        ("May 4, 2021 / 9:12 AM / CBS News", "weather_date"),
        ("67° Partly cloudy", "weather_date"),
        ("5 min read", "share"),
        ("JUST WATCHED Envoys meet Replay More Videos ... MUST WATCH Envoys meet 01:10", "video"),
        ("Your browser doesn't support HTML5 audio.", "video"),
        ("Remaining Time -1:42", "video"),
        ("Why am I seeing this?", "advertisement"),
        ("Advertisement Continue reading the main story", "advertisement"),
        ("You have 2 free articles left this month.", "advertisement"),
        ("Do Not Sell or Share My Personal Information", "cookies"),
        ("The views expressed here are those of the author and not of the paper.", "author_bio"),
        ("Contact Jane Doe at jane@post.example", "author_bio"),
        ("View all posts by Jane Doe", "author_bio"),
        ("An earlier version of this article misspelled the name of the town.", "note"),
        ("Envoys meet for talks in Geneva Read more", "read_also"),
        ("More stories the Post readers love, delivered to your inbox.", "subscription"),
        ("Posted in World", "tags"),
        ("[pullquote]", "markup"),
    ],
)
def test_a_line_of_furniture_inside_an_article_is_dropped_by_its_kind(line: str, kind: str) -> None:
    kept, drops = _clean("\n\n".join((*PROSE[:2], line, *PROSE[2:])))
    assert kept == list(PROSE)
    assert drops == [(f"furniture.{kind}", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Photographs from the scene show a burnt bridge, and the images were checked by two newspapers.",
        "By Monday the army had taken three villages.",
        "Read the letter again, the judge told the lawyers.",
        "Comments by the minister angered the opposition.",
        "Share prices fell by three percent on Monday.",
        "Sources close to the ministry denied the report.",
        "Subscribers to the newsletter were told on Friday that the paper would close its Moscow office.",
        "More than 40 people died.",
        "Copyright law does not cover it, the judge said in her ruling on Monday in the capital.",
        "Reuters reported that Moscow was open to talks.",
        "Join us, the rebels told the soldiers.",
        "Home prices fell.",
        "The army will leave the town before Friday, the minister told the newspaper. (Reuters)",
        "The army will leave the town before Friday, the minister told the newspaper. – AFP",
        "Get ready to leave, officials said in e-mails.",
        "The reporter is a correspondent for the Daily Post and was arrested in March.",
        "I agree.",
        "April 2016",
        "Trump Sues Bloomberg",
        "Economy",
        "Continued pressure on the border led to the talks, two diplomats told the agency.",
        "Officials said the ads contributed to the defeat of the bill.",
        "The cookies that the factory sold in May made 40 people ill, the ministry said.",
        "“Share this with your friends,” he said.",
        "The video is no longer a secret, the lawyer said.",
        "You have to leave the town by noon, the army told people who live there.",
    ],
)
def test_a_sentence_that_speaks_of_such_things_stays(line: str) -> None:
    kept, drops = _clean("\n\n".join((*PROSE[:2], line, *PROSE[2:])))
    assert kept == [*PROSE[:2], line, *PROSE[2:]]
    assert drops == []


@pytest.mark.parametrize(
    "title", ["Leave a Reply", "Leave A Comment", "Notify of", "View all comments", "1 Comment", "Comments"]
)
def test_everything_after_the_title_of_the_comments_goes(title: str) -> None:
    comment = "I do not believe a word of this, the army will not stop, and all who live there know it."
    kept, drops = _clean("\n".join((*PROSE, *PROSE, title, "1 year ago", comment, "Name *", PROSE[0])))
    assert kept == [*PROSE, *PROSE]
    assert comment in [text for _, text in drops]


def test_a_comment_counter_between_paragraphs_takes_nothing_with_it() -> None:
    kept, drops = _clean("\n\n".join((*PROSE, *PROSE, "12 Comments", *PROSE)))
    assert kept == [*PROSE] * 3
    assert drops == [("furniture.comment_form", "12 Comments")]


def test_a_comment_counter_at_the_top_of_the_page_takes_nothing_with_it() -> None:
    kept, _ = _clean("Envoys meet in Geneva\n\n12 Comments\n\n" + ARTICLE)
    assert kept == ["Envoys meet in Geneva", *PROSE]


def test_a_list_of_other_articles_goes_and_the_article_goes_on_after_it() -> None:
    text = "\n".join((*PROSE[:2], "Most Popular", "Storm hits coast", "Club wins cup", *PROSE[2:]))
    kept, drops = _clean(text)
    assert kept == list(PROSE)
    assert {reason for reason, _ in drops} == {"furniture.related"}


def test_a_list_of_other_articles_at_the_foot_takes_its_teasers_along() -> None:
    teaser = "A storm hit the coast on Monday and left a thousand homes without power."
    kept, drops = _clean("\n\n".join((*PROSE * 2, "Most Popular Articles", "Storm hits coast", teaser)))
    assert kept == [*PROSE, *PROSE]
    assert ("furniture.related", teaser) in drops


def test_a_list_in_an_article_ends_where_paragraphs_follow_each_other() -> None:
    kept, _ = _clean("\n\n".join((*PROSE * 4, "Related Articles", "Storm hits coast", *PROSE[:2])))
    assert kept == [*PROSE * 4, *PROSE[:2]]


def test_short_lines_among_furniture_above_and_below_the_article_go_and_the_title_stays() -> None:
    head = ("Home", "Today in Geneva", "Log in", "Envoys meet in Geneva on Tuesday")
    kept, drops = _clean("\n\n".join((*head, *PROSE, "Share this article", "Storm hits coast")))
    assert kept == [head[-1], *PROSE]
    assert [text for reason, text in drops if reason == "furniture.stray"] == [
        "Today in Geneva",
        "Storm hits coast",
    ]


def test_a_person_the_article_speaks_of_is_not_its_author() -> None:
    person = "Anna Smith is a reporter for the Daily Post and lives in the town."
    text = "\n\n".join((*PROSE, "The army let Anna Smith go on Monday after two days in a cell.", person))
    assert _clean(text)[0][-1] == person


def test_the_authors_note_at_the_end_goes() -> None:
    for note in (
        "With ten years of experience in journalism, I bring you the world as a freelance editor.",
        "Anna Smith is a reporter for the Daily Post who covers the border. Follow her on Twitter.",
    ):
        kept, drops = _clean("\n\n".join((*PROSE, note)))
        assert kept == list(PROSE)
        assert drops == [("furniture.author_bio", note)]


def test_headlines_and_subheadings_are_headings_and_paragraphs_are_not() -> None:
    text = "Envoys meet in Geneva\n" + PROSE[0] + "\nPosition of power\n" + PROSE[1]
    blocks, _ = clean(Article(id="a", source="s", text=text))
    assert [block.heading for block in blocks] == [True, False, True, False]


def test_markdown_marks_are_left_out_of_headings_and_items() -> None:
    kept, drops = _clean(
        "## What is known?\n\n- The ceasefire begins on Friday at noon\n- Nobody was hurt.\n\n" + PROSE[0]
    )
    assert kept == ["What is known?", "The ceasefire begins on Friday at noon", "Nobody was hurt.", PROSE[0]]
    assert drops == [("furniture.markup", "##"), ("furniture.markup", "-"), ("furniture.markup", "-")]


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph() -> None:
    wrapped = (
        "The envoys of the two countries met for three hours on\n"
        "Tuesday, and both sides called the talks useful but\n"
        "hard, and a spokesman said that they would meet again\n"
        "in the week after next in the same small town, where\n"
        "nobody was told of it."
    )
    kept, _ = _clean("Envoys meet in Geneva\n\n" + wrapped + "\n\nA short new line.")
    assert kept == ["Envoys meet in Geneva", wrapped, "A short new line."]


def test_keep_furniture_drops_nothing() -> None:
    text = "READ ALSO: x\n\n" + ARTICLE + "\n\nLeave a Reply\nName *"
    kept, drops = _clean(text, keep_furniture=True)
    assert kept == ["READ ALSO: x", *PROSE, "Leave a Reply", "Name *"]
    assert drops == []


@pytest.mark.parametrize(
    "piece",
    [
        "about us ",
        "| ",
        "share ",
        "@a ",
        "a|",
        "A b/",
        "the the ",
        "May 4 ",
        "1 ",
        "Jo Do, ",
        "in a ",
        "Get news ",
    ],
)
def test_no_line_takes_long_to_classify(piece: str) -> None:
    began = time.process_time()
    for length in (60, 140, 260, 420, 700, 1200):
        _clean((piece * length)[: length - 1] + "!")
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "page",
    [
        "a b c\n" * 40_000,
        "Related\nStorm hits coast\n" * 10_000,
        PROSE[0] + "\n12 Comments\n" + "Anna Smith is a reporter\n" * 20_000,
        "word " * 1_000_000,
    ],
    ids=["short lines", "lists", "names", "one line"],
)
def test_time_grows_with_the_length_of_the_page_and_no_faster(page: str) -> None:
    began = time.process_time()
    _clean(page)
    assert time.process_time() - began < 10


@given(st.text(max_size=200), st.booleans())
def test_blocks_and_drops_together_hold_every_visible_character_once(text: str, keep_furniture: bool) -> None:
    blocks, drops = clean(Article(id="a", source="s", text=text), keep_furniture=keep_furniture)
    spans = sorted([(b.start, b.end) for b in blocks] + [(d.start, d.end) for d in drops])
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))
