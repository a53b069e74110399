"""Fine-tune a cross-encoder on NLI pairs: ``python -m training.train --help``.

The learning rate follows the clock, not the step: it warms up and then falls linearly to zero at
``--minutes``, so a training on a busy machine ends when it should, fully annealed. Embeddings and the
lowest layers stay frozen: they hold most of the weights' generality and cost a third of the time.

Contradiction is symmetric, entailment is not. One pair in four is therefore shown in reversed order:
if it is a contradiction it stays one, else the loss only says "not a contradiction" (reversed
neutrals are often entailed). This costs the three-class accuracy less than averaging afterwards.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl
import polars.selectors as cs
import torch
import transformers

from training import pairs as training_pairs

CONTRADICTION = training_pairs.LABELS.index("contradiction")

#: Share of the pairs that are shown in reversed order. With 1/7 the judge found contradictions in reversed
#: evidence of FEVER that it did not find in order, and the symmetric verdict cost 4 points there.
SWAPPED = 1 / 4


@dataclass(frozen=True, slots=True)
class Encoded:
    """Pairs as token ids, in training order. ``types`` is None for models without segments."""

    ids: list[list[int]]
    types: list[list[int]] | None
    lengths: npt.NDArray[np.int64]
    label: npt.NDArray[np.int64]
    swapped: npt.NDArray[np.bool_]
    digest: str = ""


def digest_of(data: training_pairs.Pairs) -> str:
    """32 hexadecimal digits that stand for the texts of the pairs and their order."""
    texts = "\x1f".join([*data.premise, *data.hypothesis])
    return hashlib.blake2b(texts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def batches(
    lengths: npt.NDArray[np.int64], tokens: int, rng: np.random.Generator
) -> list[npt.NDArray[np.int64]]:
    """Index arrays of about ``tokens`` tokens, alike in length within a window, windows in order."""
    out: list[npt.NDArray[np.int64]] = []
    for start in range(0, len(lengths), 2048):
        window = start + np.argsort(lengths[start : start + 2048], kind="stable")
        group: list[int] = []
        made: list[npt.NDArray[np.int64]] = []
        for at in window:
            if group and (len(group) + 1) * lengths[at] > tokens:
                made.append(np.array(group))
                group = []
            group.append(int(at))
        made.append(np.array(group))
        out += [made[i] for i in rng.permutation(len(made))]
    return out


def loss_of(logits: torch.Tensor, label: torch.Tensor, swapped: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of each pair, shape (n,); of a reversed one that is no contradiction only
    -log(1 - p(contradiction))."""
    log_p = torch.log_softmax(logits.float(), dim=-1)
    exact = -log_p.gather(1, label[:, None]).squeeze(1)
    others = [i for i in range(logits.shape[1]) if i != CONTRADICTION]
    not_contradiction = -torch.logsumexp(log_p[:, others], dim=-1)
    loose = swapped & (label != CONTRADICTION)
    return torch.where(loose, not_contradiction, exact)


def taught_loss(loss: torch.Tensor, logits: torch.Tensor, taught: torch.Tensor) -> torch.Tensor:
    """The loss of each pair, half of it how far a student is from its teacher where he said something.

    That is twice the divergence of their probabilities (Hinton et al. 2015). ``taught`` holds the teacher's
    logits of the same inputs, rows of NaN for pairs of which he said nothing.
    """
    known = ~torch.isnan(taught).any(dim=1)
    student = torch.log_softmax(logits.float(), dim=-1)
    teacher = torch.log_softmax(torch.nan_to_num(taught.float()), dim=-1)
    apart = torch.nn.functional.kl_div(student, teacher, log_target=True, reduction="none").sum(dim=-1)
    return torch.where(known, (loss + 2 * apart) / 2, loss)


def freeze(model: transformers.PreTrainedModel, layers: int) -> list[torch.nn.Parameter]:
    """Freeze the embeddings and the lowest ``layers`` layers; the parameters that still learn."""
    base = model.base_model
    for part in [base.embeddings, *base.encoder.layer[:layers]]:
        part.requires_grad_(requires_grad=False)
    return [p for p in model.parameters() if p.requires_grad]


def encode(
    data: training_pairs.Pairs,
    tokenizer: transformers.PreTrainedTokenizerBase,
    swapped: npt.NDArray[np.bool_],
    max_tokens: int,
) -> Encoded:
    """The pairs as token ids, those marked in ``swapped`` with the hypothesis first."""
    first = [h if s else p for p, h, s in zip(data.premise, data.hypothesis, swapped, strict=True)]
    second = [p if s else h for p, h, s in zip(data.premise, data.hypothesis, swapped, strict=True)]
    encoded = tokenizer(first, second, truncation=True, max_length=max_tokens)
    ids = encoded["input_ids"]
    lengths = np.array([len(row) for row in ids])
    return Encoded(ids, encoded.get("token_type_ids"), lengths, data.label, swapped, digest_of(data))


def lessons(teacher: Path, data: Encoded) -> npt.NDArray[np.float32]:
    """The logits that another training, with the same pairs and the same seed, saw on its way: shape (n, 3).

    They are those of pairs that it had not learnt from yet. ``teacher`` is its folder, or the file of logits.
    Raises ValueError if the pairs, or which of them are reversed, are not the same.
    """
    path = teacher if teacher.suffix == ".npz" else teacher / "seen_logits.npz"
    with np.load(path) as saved:
        logits, swapped, pairs = saved["logits"].astype(np.float32), saved["swapped"], str(saved["pairs"])
    if pairs != data.digest or not np.array_equal(swapped, data.swapped):
        raise ValueError(f"{path} is of other pairs, or of another seed")
    return logits


def inputs_of(data: Encoded, chosen: npt.NDArray[np.int64], padding: int) -> dict[str, torch.Tensor]:
    """The tensors of one batch, padded to its longest pair."""
    width = int(data.lengths[chosen].max())
    shape = (len(chosen), width)
    inputs = {"input_ids": torch.full(shape, padding), "attention_mask": torch.zeros(shape, dtype=torch.long)}
    # The exported network is fed the segments, so it has to have learnt with them.
    if data.types is not None:
        inputs["token_type_ids"] = torch.zeros(shape, dtype=torch.long)
    for row, at in enumerate(chosen):
        length = data.lengths[at]
        inputs["input_ids"][row, :length] = torch.tensor(data.ids[at])
        inputs["attention_mask"][row, :length] = 1
        if data.types is not None:
            inputs["token_type_ids"][row, :length] = torch.tensor(data.types[at])
    return inputs


def train(arguments: argparse.Namespace) -> None:
    """One training from the command line's arguments; writes checkpoints and the final weights."""
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    rng = np.random.default_rng(arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)

    tokenizer = transformers.AutoTokenizer.from_pretrained(arguments.base)
    quotas = {name: most for name, most in training_pairs.QUOTAS.items() if name not in arguments.without}
    parts = [
        training_pairs.labelled(arguments.nli, seed=arguments.seed, share=arguments.nli_share, quotas=quotas)
    ]
    parts += [
        pl.read_parquet(path).select(*parts[0].columns, cs.by_name("taught", require_all=False))
        for path in arguments.more
    ]
    mixture = training_pairs.mixture(parts, seed=arguments.seed)
    data = encode(mixture, tokenizer, rng.random(len(mixture)) < SWAPPED, arguments.max_tokens)
    plan = batches(data.lengths, arguments.batch_tokens, rng)
    # What a teacher said of a pair holds for its order alone.
    taught = np.where(data.swapped[:, None], np.float32("nan"), mixture.taught)
    if arguments.teacher:
        taught = lessons(arguments.teacher, data)

    model = transformers.AutoModelForSequenceClassification.from_pretrained(
        arguments.base,
        num_labels=3,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        # The fused attention's way back takes half of a small model's time on a processor.
        attn_implementation="eager",
        id2label=dict(enumerate(training_pairs.LABELS)),
        label2id={name: i for i, name in enumerate(training_pairs.LABELS)},
    )
    learning = freeze(model, arguments.freeze_layers)
    decay = [p for p in learning if p.ndim > 1]
    plain = [p for p in learning if p.ndim <= 1]
    optimiser = torch.optim.AdamW(
        [{"params": decay, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}],
        lr=arguments.rate,
        betas=(0.9, 0.98),
        fused=True,
    )
    model.train()
    print(
        f"{len(mixture)} pairs, mean {data.lengths.mean():.1f} tokens, {len(plan)} batches an epoch",
        flush=True,
    )

    seen_logits = np.full((len(mixture), 3), np.nan, dtype=np.float16)
    started = saved = time.monotonic()
    budget = arguments.minutes * 60
    seen, running, right = 0, 0.0, 0.0
    for step, chosen in enumerate(plan * arguments.epochs):
        elapsed = time.monotonic() - started
        if elapsed >= budget:
            break
        progress = elapsed / budget
        rate = arguments.rate * min(progress / arguments.warm_share, 1 - (1 - arguments.end_share) * progress)
        for group in optimiser.param_groups:
            group["lr"] = max(rate, 1e-8)
        label = torch.from_numpy(data.label[chosen])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=arguments.half):
            logits = model(**inputs_of(data, chosen, tokenizer.pad_token_id)).logits
        of_pair = loss_of(logits, label, torch.from_numpy(data.swapped[chosen]))
        loss = taught_loss(of_pair, logits, torch.from_numpy(taught[chosen])).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)

        # Of a second epoch the model has learnt the answers already.
        fresh = np.isnan(seen_logits[chosen, 0])
        seen_logits[chosen[fresh]] = logits.detach().float().half().numpy()[fresh]
        seen += len(chosen)
        running += 0.02 * (loss.item() - running)
        right += 0.02 * ((logits.argmax(1) == label).float().mean().item() - right)
        if step % 50 == 0:
            print(
                f"{elapsed / 60:6.1f} min  step {step}  pairs {seen}  loss {running:.3f}  right {right:.3f}",
                flush=True,
            )
        if time.monotonic() - saved > arguments.save_minutes * 60:
            saved = time.monotonic()
            model.save_pretrained(arguments.out / "checkpoint")
            tokenizer.save_pretrained(arguments.out / "checkpoint")
    model.save_pretrained(arguments.out / "final")
    tokenizer.save_pretrained(arguments.out / "final")
    np.savez_compressed(
        arguments.out / "seen_logits.npz", logits=seen_logits, swapped=data.swapped, pairs=data.digest
    )
    minutes = round((time.monotonic() - started) / 60, 1)
    facts = {"pairs_seen": seen, "minutes": minutes, "seed": arguments.seed}
    (arguments.out / "training.json").write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")
    print(facts, flush=True)


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", required=True, help="folder of the pretrained model")
    parser.add_argument("--nli", type=Path, required=True, help="train.parquet")
    parser.add_argument(
        "--nli-share", type=float, default=1.0, help="share of the quotas of training/pairs.py"
    )
    parser.add_argument(
        "--without",
        nargs="*",
        default=[],
        choices=training_pairs.QUOTAS,
        help="NLI sets that are left out, to measure on them afterwards",
    )
    parser.add_argument(
        "--more", type=Path, nargs="*", default=[], help="further tables of pairs, taken whole: neutrals, ..."
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=90.0)
    parser.add_argument("--save-minutes", type=float, default=12.0)
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--warm-share", type=float, default=0.05, help="share of the time that warms up")
    parser.add_argument("--end-share", type=float, default=0.0, help="share of the rate left at the end")
    parser.add_argument("--batch-tokens", type=int, default=1280)
    parser.add_argument("--max-tokens", type=int, default=96)
    parser.add_argument("--freeze-layers", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--teacher", type=Path, help="training whose logits this one learns from")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--half", action="store_true", help="multiply in bfloat16: three times faster where a processor can"
    )
    parser.add_argument("--seed", type=int, default=7)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
