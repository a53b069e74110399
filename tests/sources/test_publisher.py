import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.sources.publisher import registered_domain


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("http://user:secret@News.Example.COM:8080/a?b#c", "example.com"),
        ("//edition.example.org", "example.org"),
        ("https://www.example.com.", "example.com"),
        ("https://desk.github.io/story", "desk.github.io"),
        ("https://www.bücher.de/a", "bücher.de"),
        ("  https://example.org/a b  ", "example.org"),
    ],
)
def test_the_registered_domain_of_an_address(url: str, domain: str) -> None:
    assert registered_domain(url) == domain


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://127.0.0.1/a",
        "http://127.1/a",
        "http://[2001:db8::1]/a",
        "http://localhost:8000/a",
        "http://news.invalid-suffix/a",
        "https:///a",
        "https://",
        "example.org/a",
        "mailto:desk@example.org",
        "file:///home/example.org/a.html",
        "urn:example.org",
        "http://[broken",
        "http://" + "a." * 300 + "org",
    ],
)
def test_what_is_no_address_of_a_publisher_has_no_domain(url: str) -> None:
    assert registered_domain(url) is None


@given(
    st.text() | st.text().map(lambda text: f"http://{text}") | st.text().map(lambda text: f"http://a.{text}/")
)
def test_any_text_is_borne(text: str) -> None:
    domain = registered_domain(text)
    assert domain is None or domain in text.lower()
