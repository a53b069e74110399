import json
import shutil
import subprocess
from dataclasses import replace

import pytest
from gate_samples import brisk, finding, findings, report, side
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import MissingPathError, UsageError
from checker.gate.baseline import Baseline, Label, create
from checker.gate.baseline_file import load, parse, render, save


def baseline(*numbers: int) -> Baseline:
    return create(report(*(finding(number) for number in numbers)))


def text_of(*numbers: int) -> str:
    return render(baseline(*numbers))


# The form of the file


@brisk
@given(findings(), st.sampled_from([None, *Label]), st.text())
def test_a_file_holds_what_the_baseline_holds(found, label, note):
    made = create(report(*found))
    made = replace(made, entries=tuple(replace(e, label=label, note=note) for e in made.entries))
    assert parse(render(made), "b.json") == made


def test_every_entry_is_one_line_and_the_lines_are_sorted():
    lines = [line for line in text_of(30, 2, 11).splitlines() if line.startswith('{"fingerprint"')]
    assert [json.loads(line.rstrip(","))["fingerprint"] for line in lines] == [
        f"{n:016x}" for n in (2, 11, 30)
    ]


def test_the_file_is_versioned_and_holds_neither_lines_nor_scores():
    document = json.loads(text_of(1))
    assert document["schema"] == "checker-baseline/1"
    assert set(document["findings"][0]) == {"fingerprint", "code", "label", "note", "a", "b", "explanation"}
    assert set(document["findings"][0]["a"]) == {
        "source", "published", "path", "quote", "claim", "speaker", "stance",
    }  # fmt: skip


def test_letters_are_readable_and_what_steers_a_terminal_is_escaped():
    text = render(create(report(finding(1, a=side("Café", "Ōsaka \x1b[31m\u202e \ud800")))))
    assert '"source": "Café"' in text
    assert "\\u001b[31m\\u202e \\ud800" in text
    assert all(line.isprintable() for line in text.split("\n"))


def test_a_file_reads_the_same_with_other_line_ends_and_a_byte_order_mark(tmp_path):
    path = tmp_path / "b.json"
    path.write_bytes(b"\xef\xbb\xbf" + text_of(1, 2).replace("\n", "\r\n").encode())
    assert load(path) == baseline(1, 2)


def test_a_file_that_was_formatted_anew_reads_the_same():
    assert parse(json.dumps(json.loads(text_of(3, 1)), indent=8), "b.json") == baseline(3, 1)


# Saving


def test_saving_gives_what_was_saved_its_path_and_leaves_no_draft(tmp_path):
    saved = save(baseline(1), tmp_path / "b.json")
    assert saved.path == str(tmp_path / "b.json")
    assert load(saved.path) == saved
    assert [path.name for path in tmp_path.iterdir()] == ["b.json"]


def test_saving_keeps_the_permissions_and_follows_a_link(tmp_path):
    save(baseline(1), tmp_path / "real.json")
    (tmp_path / "real.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("real.json")
    save(baseline(2), tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert load(tmp_path / "real.json") == baseline(2)
    assert (tmp_path / "real.json").stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"none/b\.json: the baseline cannot be written"):
        save(baseline(1), tmp_path / "none" / "b.json")


# What can be wrong with it


def test_a_missing_file_names_the_command_that_makes_it(tmp_path):
    with pytest.raises(MissingPathError, match=r"checker baseline create PATH\.\.\. --baseline .*/b\.json"):
        load(tmp_path / "b.json")


def test_a_folder_is_no_baseline(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "b.json").write_bytes(b'{"\xff"')
    with pytest.raises(UsageError, match="not UTF-8"):
        load(tmp_path / "b.json")


def test_conflict_markers_are_found_and_explained():
    lines = text_of(1, 2).splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith('{"fingerprint"'))
    lines[at:at] = ["<<<<<<< HEAD", lines[at], "=======", lines[at], ">>>>>>> branch"]
    with pytest.raises(UsageError) as caught:
        parse("\n".join(lines), "b.json")
    message = str(caught.value)
    assert message.startswith(f"b.json:{at + 1}: ")
    assert f"line {at + 1}, {at + 3}, {at + 5}" in message
    assert "checker baseline update PATH... --baseline b.json" in message


def test_an_entry_that_stands_twice_is_named_with_both_lines():
    text = text_of(1, 2)
    lines = text.splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith('{"fingerprint"'))
    lines.insert(first + 1, lines[first].replace('"label": null', '"label": "true"'))
    with pytest.raises(UsageError, match=rf"b\.json:{first + 2}: .* stands on line {first + 1} already"):
        parse("\n".join(lines), "b.json")


def test_one_finding_under_two_codes_of_a_family_stands_twice():
    text = text_of(1)
    line = next(line for line in text.splitlines() if line.startswith('{"fingerprint"'))
    with pytest.raises(UsageError, match="stands on line"):
        parse(text.replace(line, f"{line},\n{line.replace('CON001', 'NUM001')}"), "b.json")


def test_a_setting_that_stands_twice_is_named():
    text = text_of(1).replace('"across": "sources",', '"across": "sources",\n"across": "all",')
    with pytest.raises(UsageError, match="the key 'across' stands twice"):
        parse(text, "b.json")


def test_a_comma_that_a_merge_lost_is_explained():
    broken = text_of(1, 2).replace("},\n{", "}\n{")
    with pytest.raises(
        UsageError, match=r"b\.json:\d+: the baseline is no JSON .*comma after each but the last"
    ):
        parse(broken, "b.json")


def test_a_comma_too_many_is_explained():
    broken = text_of(1, 2).replace("}\n]", "},\n]")
    with pytest.raises(UsageError, match="comma after each but the last"):
        parse(broken, "b.json")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no JSON"),
        ("[]", "no baseline"),
        ('{"schema": "checker-report/1"}', "no baseline"),
        ('{"schema": "checker-baseline/9"}', "another version of checker"),
        ('{"schema": 1}', "no baseline"),
        ('{"schema": "checker-baseline/1", "extra": 1}', "'settings' is missing; 'findings' is"),
        ('{"schema": "checker-baseline/1", "settings": [], "findings": 1}', "object; 'findings' must be"),
        ("[" * 100_000, "no JSON"),
    ],
    ids=lambda value: value[:30],
)  # fmt: skip
def test_what_is_no_baseline_is_refused_in_words(text, words):
    with pytest.raises(UsageError, match=words):
        parse(text, "b.json")


def test_all_mistakes_of_the_entries_are_named_with_their_lines():
    document = json.loads(text_of(1, 2, 3))
    document["findings"][0]["label"] = "maybe"
    document["findings"][1]["a"]["quote"] = 7
    del document["findings"][2]["code"]
    document["findings"][2]["fingerprint"] = "xyz"
    document["findings"].append("entry")
    with pytest.raises(UsageError) as caught:
        parse(json.dumps(document, indent=1), "b.json")
    message = str(caught.value)
    for words in (
        "the label must be true, false, unclear or null, not 'maybe'",
        "a.quote must be a text, not 7",
        "'code' is missing",
        "16 hexadecimal digits, not 'xyz'",
        "an entry must be an object",
    ):
        assert words in message
    lines = json.dumps(document, indent=1).splitlines()
    place = next(n for n, line in enumerate(lines, 1) if f"{2:016x}" in line)
    assert f"b.json:{place}: a.quote" in message


# Merging


def git_merge(folder, base, ours, theirs) -> tuple[int, str]:
    for name, numbers in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_text(render(numbers))
    command = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@needs_git
def test_two_branches_that_accept_different_findings_merge(tmp_path):
    base = baseline(10, 20, 30, 40)
    ours, theirs = baseline(10, 15, 20, 30, 40), baseline(10, 20, 30, 35, 40)
    code, merged = git_merge(tmp_path, base, ours, theirs)
    assert code == 0
    assert parse(merged, "b.json") == baseline(10, 15, 20, 30, 35, 40)


@needs_git
def test_a_label_on_one_branch_and_a_finding_that_went_on_the_other_merge(tmp_path):
    base = baseline(10, 20, 30, 40)
    ours = replace(base, entries=(replace(base.entries[0], label=Label.TRUE), *base.entries[1:]))
    code, merged = git_merge(tmp_path, base, ours, baseline(10, 20, 40))
    assert code == 0
    assert [(e.fingerprint[-2:], e.label) for e in parse(merged, "b.json").entries] == [
        ("0a", Label.TRUE), ("14", None), ("28", None),
    ]  # fmt: skip


@needs_git
def test_a_merge_that_fails_is_explained_when_it_is_read(tmp_path):
    base = baseline(10)
    ours = replace(base, entries=(replace(base.entries[0], note="ours"),))
    theirs = replace(base, entries=(replace(base.entries[0], note="theirs"),))
    code, merged = git_merge(tmp_path, base, ours, theirs)
    assert code == 1
    with pytest.raises(UsageError, match="two branches changed the baseline"):
        parse(merged, "b.json")
