"""Average the weights of trainings that began at one another: ``python -m training.average --help``.

A model that was trained on for another distribution forgets some of what it knew; the mean of the weights
before and after keeps most of both (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
import transformers


def average(folders: list[Path], out: Path) -> None:
    """Write the mean of the weights in ``folders``, which must be of one shape, to the folder ``out``."""
    models = [transformers.AutoModelForSequenceClassification.from_pretrained(folder) for folder in folders]
    states = [model.state_dict() for model in models]
    mean: dict[str, torch.Tensor] = {}
    for name, first in states[0].items():
        if first.is_floating_point():
            mean[name] = torch.stack([state[name] for state in states]).mean(dim=0)
        else:
            mean[name] = first
    models[0].load_state_dict(mean)
    models[0].save_pretrained(out)
    transformers.AutoTokenizer.from_pretrained(folders[0]).save_pretrained(out)


def main() -> None:
    """Read the arguments and average."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path, nargs="+", help="folders of trained models of one shape")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    average(arguments.weights, arguments.out)


if __name__ == "__main__":
    main()
