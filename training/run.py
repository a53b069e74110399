"""Run a section of ``training/recipe.toml``: ``python -m training.run SECTION --runs FOLDER ...``.

Every choice of a training stands in the recipe; here is only what the paths are. A step whose result is
there already is left out.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RECIPE = Path(__file__).with_name("recipe.toml")

#: What a recipe may name: the folder of results, the data, the pretrained models.
PLACES = ("runs", "articles", "nli", "dev", "mpnet", "minilm")


@dataclass(frozen=True, slots=True)
class Step:
    """A program of this folder with its arguments, and the file or folder that it makes (empty: none)."""

    program: str
    arguments: tuple[str, ...]
    makes: str


def steps_of(section: str, places: Mapping[str, str], recipe: Path = RECIPE) -> list[Step]:
    """The steps of a section with the places filled in.

    Raises KeyError for a section that the recipe lacks, ValueError for a place that was not named.
    """
    table = tomllib.loads(recipe.read_text(encoding="utf-8"))[section]
    try:
        return [
            Step(
                program=step["run"][0],
                arguments=tuple(word.format_map(places) for word in step["run"][1:]),
                makes=step.get("makes", ""),
            )
            for step in table["steps"]
        ]
    except KeyError as error:
        raise ValueError(f"{section} needs --{error.args[0]}") from error


def run(steps: list[Step], runs: Path) -> None:
    """One step after the other; the first that fails ends it with CalledProcessError."""
    for number, step in enumerate(steps, start=1):
        if step.makes and (runs / step.makes).exists():
            print(f"{number}/{len(steps)} {step.program}: {step.makes} is there", flush=True)
            continue
        print(f"{number}/{len(steps)} {step.program} {' '.join(step.arguments)}", flush=True)
        subprocess.run([sys.executable, "-m", f"training.{step.program}", *step.arguments], check=True)


def main() -> None:
    """Read the arguments and run the section."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    sections = sorted(tomllib.loads(RECIPE.read_text(encoding="utf-8")))
    parser.add_argument("section", choices=sections)
    for place in PLACES:
        parser.add_argument(f"--{place}", required=place == "runs", help="see training/README.md")
    arguments = parser.parse_args()
    places = {place: value for place in PLACES if (value := getattr(arguments, place)) is not None}
    try:
        steps = steps_of(arguments.section, places)
    except ValueError as error:
        parser.error(str(error))
    Path(arguments.runs).mkdir(parents=True, exist_ok=True)
    run(steps, Path(arguments.runs))


if __name__ == "__main__":
    main()
