"""A small model folder of the same make as the embedded ones, and every way in which it can be damaged."""

import hashlib
import json
import re
import zlib
from pathlib import Path

import pytest

from checker.errors import ModelError
from checker.models import files
from checker.models.runtime import Network

PARTS = (b"the first half of the network, " * 40, b"and the second" * 40)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    folder = tmp_path / "encoder"
    folder.mkdir()
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    for number, part in enumerate(PARTS):
        (folder / f"network.{number}.z").write_bytes(zlib.compress(part))
    names = ["network.0.z", "network.1.z", "tokenizer.json"]
    facts = {
        "name": "small",
        "network": names[:2],
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
    }
    (folder / "model.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def test_a_whole_model_is_verified_and_its_shards_are_joined_in_order(folder):
    model = files.find("encoder")
    model.verify()
    assert model.name == "small"
    assert model.network() == b"".join(PARTS)
    assert model.size() == sum(path.stat().st_size for path in folder.iterdir() if path.name != "model.json")


@pytest.mark.parametrize("name", ["network.1.z", "tokenizer.json"])
@pytest.mark.parametrize("damage", [truncate, flip])
def test_a_file_that_differs_from_its_checksum_is_named(folder, name, damage):
    if name == "tokenizer.json" and damage is truncate:
        (folder / name).write_text("{", encoding="utf-8")
    else:
        damage(folder / name)
    with pytest.raises(
        ModelError, match=rf"{re.escape(name)} does not match its checksum.*reinstall checker"
    ):
        files.find("encoder").verify()


def test_a_missing_file_is_named(folder):
    (folder / "network.0.z").unlink()
    with pytest.raises(ModelError, match=r"network\.0\.z is missing.*reinstall checker"):
        files.find("encoder").verify()


@pytest.mark.parametrize("damage", [truncate, flip, Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_damaged_shard_cannot_be_inflated_and_the_message_says_reinstall(folder, damage):
    damage(folder / "network.1.z")
    with pytest.raises(ModelError, match=r"the embedded model encoder is damaged.*reinstall checker"):
        files.find("encoder").network()


@pytest.mark.parametrize("content", [None, "", "{"])
def test_a_missing_or_broken_description_says_reinstall(folder, content):
    if content is None:
        (folder / "model.json").unlink()
    else:
        (folder / "model.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match="reinstall checker"):
        files.find("encoder")


def test_a_network_of_another_kind_is_a_model_error(folder):
    with pytest.raises(ModelError, match="the embedded model small cannot be loaded"):
        Network(files.find("encoder"))


def test_a_network_that_does_not_load_because_it_is_damaged_says_reinstall(folder):
    (folder / "network.0.z").write_bytes(zlib.compress(b"something else"))
    with pytest.raises(ModelError, match=r"network\.0\.z does not match its checksum.*reinstall checker"):
        Network(files.find("encoder"))


@pytest.mark.parametrize("role", ["encoder"])
@pytest.mark.models
def test_the_embedded_model_is_whole(role):
    files.find(role).verify()
