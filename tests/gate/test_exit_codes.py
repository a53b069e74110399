import pytest

from checker import errors
from checker.gate.exit_codes import ExitCode


def test_the_codes_are_those_of_the_contract():
    assert {code.name: int(code) for code in ExitCode} == {
        "CLEAN": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "INCOMPLETE": 3,
        "INTERRUPTED": 130,
    }


def test_the_priority_is_documented():
    assert "130 > 2 > 3 > 1 > 0" in (ExitCode.__doc__ or "")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError("x"), 2),
        (errors.MissingPathError("x"), 2),
        (errors.ModelError("x"), 2),
        (errors.MissingExtraError("x"), 2),
        (errors.CheckerError("x"), 2),
        (errors.InputError("x"), 3),
        (errors.NoArticlesError("x"), 3),
    ],
)
def test_an_error_has_the_code_that_its_class_documents(error, code):
    assert ExitCode.of_error(error) == code
