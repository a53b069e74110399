import time

import pytest

from checker.sources.recognise import Format, format_of

COMMENT = "<!-- a <rss> in a comment, and an <html> -->"
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{}">'
FEEDS = (
    '<rss version="2.0"><channel>',
    f'<?xml version="1.0"?>\n{COMMENT}\n<?xml-stylesheet href="a.xsl"?>\n<rss version="2.0">',
    '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://e.org/rss.dtd">\n<rss version="0.91">',
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">',
    RDF.format("http://purl.org/rss/1.0/"),
)
PAGES = (
    "<!DOCTYPE html><html>",
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n<html>',
    f"{COMMENT}<HTML>",
    "<section class='story'><p>Text.</p>",
    "<script>var a;</script><p>Text.</p>",
    "<h2>Heading</h2>",
)
OTHERS = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>',
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="rss"/></body></opml>',
    '<?xml version="1.0"?>' + RDF.format("http://xmlns.com/foaf/0.1/"),
    '<?xml version="1.0"?><rssBody/>',
)


@pytest.mark.parametrize("name", ["export", "export.xml", "export.txt", "export.json", "-.jsonl"])
@pytest.mark.parametrize(
    ("texts", "kind"), [(FEEDS, Format.FEED), (PAGES, Format.HTML), (OTHERS, Format.OTHER_XML)]
)
def test_markup_is_known_by_its_content(name: str, texts: tuple[str, ...], kind: Format) -> None:
    for text in texts:
        for data in (
            text.encode(),
            b"\n\n" + text.encode(),
            b"\xef\xbb\xbf" + text.encode(),
            text.encode("utf-16"),
        ):
            assert format_of(name, data) is kind, text


@pytest.mark.parametrize(
    "text", ["", "< 5 degrees in Kyiv", "<b", "a <rss> feed", "<<< to the left", "<3 this"]
)
def test_text_that_merely_holds_a_bracket_is_plain_text(text: str) -> None:
    assert format_of("a.txt", text.encode()) is Format.PLAIN


def test_json_lines_and_tables_stay_what_their_names_say() -> None:
    assert format_of("-.jsonl", b'{"text": "<html>"}\n') is Format.JSON_LINES
    assert format_of("a.csv", b"<b>text</b>,id\n") is Format.CSV


def test_a_web_archive_is_known_whatever_its_name() -> None:
    assert format_of("a.html", b"WARC/1.0\r\n") is Format.WARC


@pytest.mark.parametrize(
    "piece", ["<!---->", "<?a?>", "<!DOCTYPE x>", " ", "<!DOCTYPE x [", "<!--", "<![CDATA[", "<"]
)
def test_a_file_of_thousands_of_comments_is_recognised_at_once(piece: str) -> None:
    started = time.process_time()
    format_of("a.xml", ("<!DOCTYPE x>" + piece * 8192)[:8192].encode())
    assert time.process_time() - started < 1


def test_a_table_is_known_by_the_column_that_it_names():
    head = b'id,source,text\n1,Post,"It rained, all day."\n'
    assert format_of("-", head, otherwise=Format.JSON_LINES) is Format.CSV
    assert format_of("export", head.replace(b"text", b"body"), text_column="body") is Format.CSV
    assert format_of("story", b"Rain, wind, and text messages\n\nIt rained.") is Format.PLAIN


def test_what_nothing_tells_is_what_the_caller_expects():
    assert format_of("-", b"no json", otherwise=Format.JSON_LINES) is Format.JSON_LINES
    assert format_of("-", b'[{"text": "x"}]', otherwise=Format.JSON_LINES) is Format.JSON
