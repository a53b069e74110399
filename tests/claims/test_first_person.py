"""The first person of a quotation as whoever speaks it."""

import pytest

from checker.claims.inflection import past, third_person


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I opposed the gun law," Mark Pryor said.', "Mark Pryor opposed the gun law"),
        ('"I oppose the gun law," Mark Pryor said.', "Mark Pryor opposes the gun law"),
        ('"I\'m ready for a debate," Mark Pryor said.', "Mark Pryor is ready for a debate"),
        ('"I\'d oppose the gun law," Mark Pryor said.', "Mark Pryor would oppose the gun law"),
        ('"I\'d never seen the gun law," Mark Pryor said.', "Mark Pryor had never seen the gun law"),
        ('"My plan creates new jobs," Mark Pryor said.', "Mark Pryor's plan creates new jobs"),
    ],
)
def test_whoever_speaks_is_named_instead_of_i(claims_of, text, expected):
    (claim,) = claims_of(text)
    assert (claim.text, claim.speaker_name) == (expected, "Mark Pryor")


def test_we_stays_open_because_nobody_knows_whom_it_means(claims_of):
    assert not claims_of('"We opposed the gun law," Mark Pryor said.')


def test_a_speaker_without_a_name_leaves_the_first_person_open(claims_of):
    assert not claims_of('"I opposed the gun law," he said.')


def test_what_somebody_thinks_of_himself_is_credited_to_whom_the_sentence_names(claims_of):
    (claim,) = claims_of('"I think the law was a mistake," Mark Pryor said.')
    assert (claim.text, claim.speaker_name) == ("The law was a mistake", "Mark Pryor")


@pytest.mark.parametrize(
    ("lemma", "present", "before"),
    [
        ("hit", "hits", "hit"),
        ("carry", "carries", "carried"),
        ("be", "is", "was"),
        ("stop", "stops", "stopped"),
        ("admit", "admits", "admitted"),
        ("refer", "refers", "referred"),
        ("offer", "offers", "offered"),
        ("visit", "visits", "visited"),
        ("veto", "vetoes", "vetoed"),
        ("undergo", "undergoes", "underwent"),
        ("sweep", "sweeps", "swept"),
        ("oversee", "oversees", "oversaw"),
        ("retake", "retakes", "retook"),
        ("blow", "blows", "blew"),
        ("lay", "lays", "laid"),
        ("relay", "relays", "relayed"),
        ("return", "returns", "returned"),
    ],
)
def test_verbs_are_put_into_the_third_person_and_the_past(lemma, present, before):
    assert (third_person(lemma), past(lemma)) == (present, before)
