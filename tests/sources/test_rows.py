from datetime import date, datetime
from decimal import Decimal

import pytest

from checker.errors import UsageError
from checker.records import Article
from checker.sources.intake import Intake
from checker.sources.origin import origin_of
from checker.sources.reading import Ledger
from checker.sources.rows import Repairs, article, as_text, missing_columns, parse_columns


def _article(record: dict[str, object], **columns: str) -> tuple[Article | None, Ledger]:
    ledger = Ledger()
    intake = Intake(None, origin_of("wire.json"), ledger, columns=columns)  # type: ignore[arg-type]
    return article(record, intake, Repairs(), number=3, line=7), ledger


def test_columns_are_mapped_and_dotted_paths_reach_into_records() -> None:
    made, _ = _article({"story": {"body": "Text."}, "text": "No."}, text="story.body")
    assert made is not None
    assert (made.text, made.id, made.line) == ("Text.", "wire.json#3", 7)


def test_a_column_with_a_dot_in_its_name_is_believed_before_a_path() -> None:
    made, _ = _article({"a.b": "Named.", "a": {"b": "Nested."}}, text="a.b")
    assert made is not None
    assert made.text == "Named."


def test_a_record_without_text_says_what_there_is_and_how_to_map_it() -> None:
    made, ledger = _article({"id": 1, "body": "Text."})
    assert made is None
    (problem,) = ledger.errors
    assert "'id', 'body'" in problem.message
    assert "--column text=body" in problem.message


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (7.5, "7.5"),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        (None, None),
        (" a ", "a"),
        ("  ", None),
        (Decimal("7.00"), "7"),
        (Decimal("7.25"), "7.25"),
        (Decimal("1E+3"), "1000"),
        (date(2020, 1, 2), "2020-01-02"),
        (datetime(2020, 1, 2, 3), "2020-01-02T03:00:00"),
        ({"id": None, "name": "Post"}, "Post"),
        ({"id": 3}, None),
        (["Post"], None),
    ],
)
def test_values_as_text(value: object, text: str | None) -> None:
    assert as_text(value) == text


def test_date_stands_in_for_published_only_where_published_is_not_mapped() -> None:
    record: dict[str, object] = {"text": "Text.", "date": "2020-01-02", "seen": ""}
    plain, _ = _article(record)
    mapped, _ = _article(record, published="seen")
    assert plain is not None
    assert mapped is not None
    assert (plain.published, mapped.published) == ("2020-01-02", None)


@pytest.mark.parametrize("epoch", [1612010112000, "1612010112000", 1612010112])
def test_a_count_since_1970_is_no_date_of_the_17th_century(epoch: object) -> None:
    made, ledger = _article({"text": "Text.", "published": epoch})
    assert made is not None
    assert made.published is None
    assert ledger.repaired == {"published": 1}


def test_mappings_are_parsed() -> None:
    values = ["text=story.body", " id = guid ", "date=seen", "title=a=b"]
    assert parse_columns(values) == {"text": "story.body", "id": "guid", "published": "seen", "title": "a=b"}
    assert parse_columns([]) == {}


def test_all_mistakes_of_mappings_are_named_at_once() -> None:
    with pytest.raises(UsageError) as raised:
        parse_columns(["txt=body", "body", "author=x", "id=", "url=a", "url=b"])
    message = str(raised.value)
    assert "'txt' to read a column into; did you mean 'text'?" in message
    assert "'body' is no NAME=FIELD" in message
    assert "'author' to read a column into; known are text, id" in message
    assert "'id='" in message
    assert "url is mapped twice, to 'a' and to 'b'" in message


def test_missing_columns_names_the_mapped_ones_with_their_field() -> None:
    message = missing_columns({"title": "head", "url": "link"}, {"link", "article"}, ["link", "article"])
    assert message is not None
    assert "no column 'text' and no 'head' (for title); it has 'link', 'article'" in message
    assert "--column text=article" in message
    assert missing_columns({"text": "article"}, {"article"}, ["article"]) is None
