"""The HTML report in a real Chromium: it filters, asks the network for nothing, and everyone can use it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sample import CONTRADICTION, DENIAL, FULL, NUMBERS, SUPERSEDED, finding, meridian, side, with_findings

from checker import reports
from checker.records import Report, Suppressed
from checker.reports.page.index import PAGE

playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")

pytestmark = pytest.mark.slow

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
HOSTILE = (
    "</script><script>document.title='owned'</script>"
    "<img src='https://example.org/x.png' onerror=\"document.title='owned'\">"
    "<a href='javascript:void 0' onclick='void 0'>x</a><!-- \u2028 & &lt;b&gt;"
)
WITH_ACCEPTED = replace(
    FULL,
    suppressed=(
        Suppressed(replace(DENIAL, fingerprint="00000000000000ee"), "baseline", "checked by the desk"),
    ),
)


@dataclass
class Visit:
    """A page that shows a report, with all it complained about and asked for."""

    page: playwright.Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def shown(self, name: str = "findings") -> list[str]:
        """The codes and names of the cards that stand in one of the lists."""
        # Not the inner text: a card is only rendered when it comes into view, a frame after it is put there.
        return [
            " ".join(text.split()) for text in self.page.locator(f"#{name} .card .rule").all_text_contents()
        ]

    def status(self, name: str = "findings") -> str:
        return str(self.page.locator(f"#{name} .status").inner_text())


Visitor = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as running:
        own = Path(running.chromium.executable_path)
        installed = next(
            filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
        )
        if not own.exists() and installed is None:
            pytest.skip("needs Chromium: install the package chromium, or run `playwright install chromium`")
        started = running.chromium.launch(executable_path=None if own.exists() else installed)
        yield started
        started.close()


@pytest.fixture
def visit(browser: playwright.Browser, tmp_path: Path) -> Iterator[Visitor]:
    contexts = []

    def open_report(report: Report, address: str = "", smuggled: str = "", **options: object) -> Visit:
        target = tmp_path / "report.html"
        reports.write(report, "html", target)
        if smuggled:
            target.write_text(target.read_text().replace("<main>", f"<main>{smuggled}", 1))
        context = browser.new_context(**({"viewport": DESKTOP} | options))
        contexts.append(context)
        context.set_default_timeout(120_000)
        seen = Visit(context.new_page())
        seen.page.on("console", lambda message: seen.complaints.append(message.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("dialog", lambda dialog: seen.complaints.append(dialog.message))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.goto(target.as_uri() + address)
        return seen

    yield open_report
    for context in contexts:
        context.close()


def many(number: int) -> Report:
    """A report of ``number`` findings between two papers, one in five of them about another quantity."""
    return with_findings(
        *(
            finding(
                side(f"Ship {at} has sailed."),
                meridian(f"Ship {at} has not sailed."),
                fingerprint=f"{at:016x}",
                code="NUM001" if at % 5 == 0 else "CON001",
                name="number-mismatch" if at % 5 == 0 else "contradiction",
                score=round(at % 100 / 100, 2),
            )
            for at in range(number)
        )
    )


def test_no_complaint_and_no_request_but_for_the_file_itself(visit: Visitor) -> None:
    seen = visit(WITH_ACCEPTED)
    seen.page.locator("#words").fill("ferry")
    seen.page.locator("#filters button[type=reset]").click()
    assert seen.complaints == []
    assert [address.rsplit("/", 1)[-1] for address in seen.requests] == ["report.html"]


def test_style_and_script_pass_the_policy(visit: Visitor) -> None:
    seen = visit(FULL)
    assert seen.page.locator("#filters").is_visible()
    assert seen.page.evaluate("getComputedStyle(document.querySelector('.card > header')).display") == "flex"


def test_even_markup_that_gets_onto_the_page_neither_runs_nor_fetches(visit: Visitor) -> None:
    smuggled = (
        "<script>document.title='owned'</script>"
        "<img src='https://example.org/x.png' onerror=\"document.title='owned'\">"
    )
    seen = visit(FULL, smuggled=smuggled)
    assert seen.page.locator("main img").count() == 1
    assert seen.page.title() != "owned"
    assert len(seen.complaints) == 3
    assert all("Content Security Policy" in each for each in seen.complaints)


def test_markup_in_an_article_stays_text(visit: Visitor) -> None:
    a = side(HOSTILE, source=HOSTILE, title=HOSTILE, url="javascript:document.title='owned'", before=HOSTILE)
    hostile = finding(a, meridian("Two.", after=HOSTILE, speaker=HOSTILE), event=HOSTILE, explanation=HOSTILE)
    # One card is written out in the page, the other made by its script.
    for report in (
        with_findings(hostile),
        with_findings(*[CONTRADICTION] * PAGE, replace(hostile, score=0.1)),
    ):
        seen = visit(report)
        while seen.page.locator("#findings .more").is_visible():
            seen.page.locator("#findings .more").click()
        quote = seen.page.locator(".side-a", has_text="<script>").locator("xpath=..").locator("blockquote")
        assert "</script><script>document.title='owned'</script><img src=" in quote.inner_text()
        assert seen.page.locator("main img, main script, main [onerror], main [onclick]").count() == 0
        assert seen.page.locator("a[href^='javascript' i]").count() == 0
        assert seen.page.title() != "owned"
        assert seen.complaints == []


def test_the_cards_of_the_script_are_those_of_the_page(visit: Visitor) -> None:
    seen = visit(WITH_ACCEPTED)
    written = seen.page.locator("#findings .cards").inner_html()
    seen.page.locator("#words").fill("no such words")
    assert seen.shown() == []
    assert seen.status() == "None of 4 findings fits the filters"
    seen.page.locator("#filters button[type=reset]").click()
    seen.page.locator("#findings .card").first.wait_for()
    assert seen.page.locator("#findings .cards").inner_html() == written


def test_filter_by_code(visit: Visitor) -> None:
    seen = visit(WITH_ACCEPTED)
    seen.page.locator("input[value=DEN001]").check()
    assert seen.shown() == ["DEN001 denied"]
    assert seen.status() == "1 of 4 findings"
    seen.page.locator("input[value=CON001]").check()
    assert seen.shown() == ["CON001 contradiction", "DEN001 denied"]
    assert seen.shown("accepted") == ["DEN001 denied"]


def test_filter_by_source_and_by_a_pair_of_sources(visit: Visitor) -> None:
    seen = visit(FULL)
    seen.page.locator("#source").select_option("Coast Daily")
    assert seen.shown() == ["CON001 contradiction"]
    seen.page.locator("#against").select_option("The Islander")
    assert seen.shown() == []
    seen.page.locator("#against").select_option("The Meridian")
    assert seen.shown() == ["CON001 contradiction"]


def test_filter_by_date_takes_findings_with_a_side_published_then(visit: Visitor) -> None:
    seen = visit(FULL)
    seen.page.locator("#from").fill("2024-01-01")
    assert seen.shown() == ["SUP001 superseded"]
    seen.page.locator("#from").fill("2022-11-07")
    seen.page.locator("#to").fill("2022-11-10")
    assert seen.shown() == ["CON001 contradiction", "DEN001 denied"]


def test_filter_by_score(visit: Visitor) -> None:
    seen = visit(FULL)
    seen.page.locator("#score").fill("0.75")
    assert seen.shown() == ["CON001 contradiction", "NUM001 number-mismatch"]
    assert seen.page.locator("#least").inner_text() == "0.75"


@pytest.mark.parametrize("words", ["shipyard letters", "LETTERS", "l\u00e9tters  shipyard"])
def test_filter_by_words_ignores_case_accents_and_order(visit: Visitor, words: str) -> None:
    seen = visit(FULL)
    seen.page.locator("#words").fill(words)
    assert seen.shown() == ["DEN001 denied"]


def test_words_of_the_page_itself_find_nothing(visit: Visitor) -> None:
    seen = visit(FULL)
    seen.page.locator("#words").fill("fingerprint")
    assert seen.shown() == []


def test_order_by_date_puts_the_newest_first(visit: Visitor) -> None:
    seen = visit(FULL)
    seen.page.locator("#order").select_option("newest")
    assert seen.shown()[0] == "SUP001 superseded"


def test_a_number_in_the_matrix_filters_by_keyboard(visit: Visitor) -> None:
    seen = visit(FULL)
    seen.page.locator(".matrix a[aria-label^='The Meridian against Coast Daily']").focus()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_function("document.querySelectorAll('#findings .card').length === 1")
    assert seen.shown() == ["CON001 contradiction"]
    assert {seen.page.locator(name).input_value() for name in ("#source", "#against")} == {
        "The Meridian",
        "Coast Daily",
    }


def test_filters_stand_in_the_address_and_come_back_from_it(visit: Visitor) -> None:
    seen = visit(FULL)
    seen.page.locator("input[value=NUM001]").check()
    seen.page.locator("#words").fill("engine")
    address = seen.page.evaluate("location.hash")
    again = visit(FULL, address)
    assert again.shown() == ["NUM001 number-mismatch"]
    assert again.page.locator("#words").input_value() == "engine"


def test_the_address_of_a_finding_shows_it_wherever_it_stands(visit: Visitor) -> None:
    seen = visit(many(PAGE * 4), f"#f-{1:016x}-CON001")
    assert seen.page.locator(f"#f-{1:016x}-CON001").is_visible()


def test_the_tab_key_meets_the_skip_link_first(visit: Visitor) -> None:
    seen = visit(FULL)
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    assert seen.page.locator(".skip").is_visible()


def test_more_findings_follow_and_the_first_of_them_has_the_focus(visit: Visitor) -> None:
    seen = visit(many(PAGE + 7))
    assert len(seen.shown()) == PAGE
    seen.page.locator("#findings .more").focus()
    seen.page.keyboard.press("Enter")
    assert len(seen.shown()) == PAGE + 7
    assert (
        seen.page.evaluate("[...document.querySelectorAll('.card')].indexOf(document.activeElement)") == PAGE
    )
    assert not seen.page.locator("#findings .more").is_visible()


def test_five_thousand_findings_are_filtered_and_only_a_page_of_them_is_drawn(visit: Visitor) -> None:
    seen = visit(many(5_000))
    assert len(seen.shown()) == PAGE
    seen.page.locator("input[value=NUM001]").check()
    assert seen.status() == "1,000 of 5,000 findings"
    seen.page.locator("#words").fill("ship 4995")
    assert seen.status() == "1 of 5,000 findings"
    assert seen.complaints == []


def test_what_is_filtered_is_printed_not_only_what_was_shown(visit: Visitor) -> None:
    seen = visit(many(PAGE * 3))
    seen.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert len(seen.shown()) == PAGE * 3
    assert seen.page.pdf(format="A4").startswith(b"%PDF")


def test_a_print_that_holds_only_the_first_findings_says_so(visit: Visitor) -> None:
    seen = visit(many(600))
    seen.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert seen.status() == "600 findings, the first 500 printed"
    seen.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert seen.status() == "600 findings"


def test_without_scripts_the_first_findings_are_there_and_a_note_tells_of_the_others(visit: Visitor) -> None:
    seen = visit(many(PAGE + 7), java_script_enabled=False)
    assert len(seen.shown()) == PAGE
    assert seen.page.get_by_text(f"The first {PAGE} of {PAGE + 7} are shown.").is_visible()
    assert not seen.page.locator("#filters").is_visible()


def test_a_phone_scrolls_in_one_direction_only(visit: Visitor) -> None:
    long = "w" * 300
    wide = finding(
        side(long, path=long, source=long), meridian("Two.", url=f"https://example.org/{long}", title=None)
    )
    seen = visit(replace(WITH_ACCEPTED, findings=(wide, *WITH_ACCEPTED.findings)), viewport=PHONE)
    assert seen.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert not seen.page.locator("#words").is_visible()
    seen.page.locator("#filters summary").click()
    assert seen.page.locator("#words").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_fault(visit: Visitor, scheme: str, viewport: dict[str, int]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    linked = replace(
        NUMBERS, a=replace(NUMBERS.a, url="https://example.org/a"), fingerprint="00000000000000ff"
    )
    report = replace(
        WITH_ACCEPTED, findings=(*WITH_ACCEPTED.findings, linked, replace(SUPERSEDED, code="NEW"))
    )
    seen = visit(report, color_scheme=scheme, viewport=viewport)
    # Nothing may hide from the check: neither in a closed part of a card nor below the screen.
    seen.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    seen.page.evaluate(
        "document.querySelectorAll('.card').forEach((each) => { each.style.contentVisibility = 'visible'; })"
    )
    found = axe.Axe().run(seen.page).response["violations"]
    assert [(each["id"], each["impact"], each["nodes"][0]["html"]) for each in found] == []
