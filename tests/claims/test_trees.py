from checker.claims import trees
from checker.claims.parse import Parser


def test_the_governor_of_a_word_under_a_root_that_is_no_verb_is_that_root(parser: Parser) -> None:
    (doc,) = parser.parse(["Earlier this month, a 2005 deposition surfaced in which Bill spoke."])
    for token in doc:
        found = trees.governor(token)
        assert trees.is_verbal(found) or found.head == found
