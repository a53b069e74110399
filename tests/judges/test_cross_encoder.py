"""The label order of foreign cross-encoders; the library itself is replaced by one that answers logits."""

import importlib.util
from types import SimpleNamespace

import numpy as np
import pytest

from checker import extras, judges
from checker.errors import MissingExtraError, ModelError
from checker.judges.cross_encoder import CrossEncoderJudge


def library(labels: dict[int, str], logits: dict[str, float], *, broken: bool = False):
    """A sentence-transformers whose cross-encoder answers every pair with ``logits`` by label."""

    class CrossEncoder:
        def __init__(self, name: str) -> None:
            if broken:
                raise OSError(f"{name} is no model")
            self.model = SimpleNamespace(config=SimpleNamespace(id2label=labels))

        def predict(self, pairs, *, activation_fn, **_options):
            row = [logits[labels[i].lower()] for i in sorted(labels)]
            return activation_fn(np.array([row] * len(pairs), dtype=np.float32))

    return SimpleNamespace(CrossEncoder=CrossEncoder)


@pytest.fixture
def install(monkeypatch):
    return lambda made: monkeypatch.setattr(extras, "sentence_transformers", lambda _wanted: made)


@pytest.mark.parametrize(
    "labels",
    [
        {0: "contradiction", 1: "entailment", 2: "neutral"},
        {0: "ENTAILMENT", 1: "NEUTRAL", 2: "CONTRADICTION"},
        {0: "entailment", 1: "contradiction", 2: "neutral"},
    ],
    ids=["deberta", "capitals", "mixed"],
)
def test_labels_are_found_by_name_in_whatever_order(install, labels):
    install(library(labels, {"contradiction": 3.0, "entailment": 1.0, "neutral": -2.0}))
    ((there, back),) = CrossEncoderJudge("some/model").score([("a", "b")])
    assert there == back
    assert there.contradiction > there.entailment > there.neutral


def test_a_model_without_the_three_labels_is_an_error_that_names_its_labels(install):
    install(library({0: "yes", 1: "no"}, {"yes": 0.0, "no": 0.0}))
    with pytest.raises(ModelError, match="labels no, yes"):
        CrossEncoderJudge("some/model")


def test_what_the_library_cannot_load_is_an_error_that_names_the_model(install):
    install(library({}, {}, broken=True))
    with pytest.raises(ModelError, match="the judge some/model cannot be loaded"):
        CrossEncoderJudge("some/model")


def test_every_pair_looks_guilty_to_a_judge_that_was_named(install):
    install(library({0: "entailment", 1: "neutral", 2: "contradiction"}, {}))
    done: list[int] = []
    judge = CrossEncoderJudge("some/model")
    assert judge.screen([("a", "b"), ("c", "d")], progress=done.append) == [1.0, 1.0]
    assert done == [2]


def test_progress_ends_at_two_directions_a_pair(install):
    install(
        library(
            {0: "entailment", 1: "neutral", 2: "contradiction"},
            {"entailment": 0.0, "neutral": 0.0, "contradiction": 0.0},
        )
    )
    done: list[int] = []
    CrossEncoderJudge("some/model").score([("a", "b"), ("c", "d")], progress=done.append)
    assert done[-1] == 4


def test_no_pairs_have_no_judgements(install):
    install(library({0: "entailment", 1: "neutral", 2: "contradiction"}, {}))
    assert CrossEncoderJudge("some/model").score([]) == []


@pytest.mark.parametrize(("name", "shown"), [("models/nli/", "nli"), ("org/nli-base", "nli-base")])
def test_the_report_calls_it_by_the_last_part_of_its_name(install, name, shown):
    install(library({0: "entailment", 1: "neutral", 2: "contradiction"}, {}))
    assert CrossEncoderJudge(name).name == shown


@pytest.mark.skipif(importlib.util.find_spec("sentence_transformers") is not None, reason="the extra is here")
def test_without_the_extra_the_message_says_how_to_get_it():
    with pytest.raises(MissingExtraError) as error:
        judges.load("org/nli-base")
    assert "the judge org/nli-base" in str(error.value)
    assert "pip install 'checker[sentence-transformers]'" in str(error.value)


@pytest.mark.slow
def test_a_real_cross_encoder_is_read_by_its_labels(tmp_path):
    pytest.importorskip("sentence_transformers")
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

    vocabulary = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "open": 4, "closed": 5}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    ).save_pretrained(tmp_path)
    config = BertConfig(
        vocab_size=6, hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
        id2label={0: "contradiction", 1: "neutral", 2: "entailment"},
        label2id={"contradiction": 0, "neutral": 1, "entailment": 2},
    )  # fmt: skip
    network = BertForSequenceClassification(config)
    with torch.no_grad():
        network.classifier.weight.zero_()
        network.classifier.bias.copy_(torch.tensor([2.0, 0.0, -2.0]))
    network.save_pretrained(tmp_path)
    ((there, back),) = judges.load(str(tmp_path)).score([("open", "closed")])
    assert there == back
    assert there.contradiction == pytest.approx(0.8668, abs=1e-3)
    assert there.entailment == pytest.approx(0.0159, abs=1e-3)
