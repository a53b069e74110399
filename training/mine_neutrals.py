"""Mine neutral pairs from a table of news articles: ``python -m training.mine_neutrals --help``."""

from __future__ import annotations

import argparse
from pathlib import Path

import sentence_transformers

from training import pairs


def main() -> None:
    """Read the arguments, encode the sentences, write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, required=True, help="Parquet with columns text and date")
    parser.add_argument("--encoder", required=True, help="folder of a sentence-transformers model")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=5_000)
    parser.add_argument("--articles-wanted", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=11)
    arguments = parser.parse_args()
    sentences = pairs.news_sentences(
        arguments.articles, articles_wanted=arguments.articles_wanted, per_article=6, seed=arguments.seed
    )
    encoder = sentence_transformers.SentenceTransformer(arguments.encoder, device="cpu")
    vectors = encoder.encode(sentences["text"].to_list(), normalize_embeddings=True, batch_size=64)
    table = pairs.news_neutrals(sentences, vectors, wanted=arguments.pairs, seed=arguments.seed)
    table.write_parquet(arguments.out)
    print(table.group_by("source").len(), table.head(5))


if __name__ == "__main__":
    main()
