"""Pairs that were written to claims of the news."""

from __future__ import annotations

import json

from training import news_written

CLAIM = "Harbour officials are in talks with the crew"
TEXTS = {
    "contrary": "Nobody has spoken to the sailors",
    "compatible": "The crew is angry",
    "follows": "People talk",
}


def test_what_excludes_and_what_is_compatible_stands_in_both_orders_and_what_follows_in_one():
    found = set(news_written.pairs([CLAIM, CLAIM.upper()], {news_written.key(CLAIM): TEXTS}))
    made = {(a, b, label) for a, b, label, _ in found if a == CLAIM or b == CLAIM}
    assert made == {
        (CLAIM, TEXTS["contrary"], "contradiction"),
        (TEXTS["contrary"], CLAIM, "contradiction"),
        (CLAIM, TEXTS["compatible"], "neutral"),
        (TEXTS["compatible"], CLAIM, "neutral"),
        (CLAIM, TEXTS["follows"], "entailment"),
    }


def test_claims_to_which_nothing_was_written_give_nothing():
    assert not list(news_written.pairs(["The sea was calm"], {news_written.key(CLAIM): TEXTS}))


def test_the_file_is_read_by_the_key_of_the_claim(tmp_path):
    path = tmp_path / "written.jsonl"
    path.write_text(json.dumps({"claim": news_written.key(CLAIM), **TEXTS}) + "\n")
    assert news_written.read(path) == {news_written.key(CLAIM): TEXTS}


def test_what_ships_is_complete_and_says_of_no_claim_twice():
    lines = news_written.WRITTEN.read_text(encoding="utf-8").splitlines()
    assert len(news_written.read(news_written.WRITTEN)) == len(lines) > 500
    for line in lines:
        row = json.loads(line)
        assert set(row) == {"claim", *TEXTS}
        assert len({text.casefold() for text in row.values()}) == 4
        assert all(row.values())
