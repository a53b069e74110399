"""A parse as bytes, and back: words, what the pipeline says of each, and the strings that it says it with.

spaCy's own ``Doc.to_bytes`` holds more than anybody here reads, and looks up its plug-ins for every
document: that alone takes four times as long as all of this.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab

#: What is kept of a token; "HEAD" with "DEP" makes the sentences too.
_COLUMNS: list[int | str] = ["TAG", "POS", "LEMMA", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]


def pack(doc: Doc) -> bytes:
    """``doc`` as bytes that any process with the same version of spaCy can read."""
    rows = doc.to_array(_COLUMNS).astype("<u8").tobytes()
    morphs = sorted({str(token.morph) for token in doc})
    strings = sorted(
        {text for token in doc for text in (token.tag_, token.lemma_, token.dep_, token.ent_type_)}
    )
    told = [[token.text for token in doc], [bool(token.whitespace_) for token in doc], strings, morphs]
    words = json.dumps(told, separators=(",", ":")).encode()
    return zlib.compress(len(words).to_bytes(4, "little") + words + rows, 1)


def unpack(vocab: Vocab, packed: bytes) -> Doc:
    """The document that ``pack`` was given; its strings are added to ``vocab``."""
    content = zlib.decompress(packed)
    end = 4 + int.from_bytes(content[:4], "little")
    words, spaces, strings, morphs = json.loads(content[4:end])
    for text in strings:
        vocab.strings.add(text)
    for morph in morphs:
        vocab.morphology.add(morph)
    doc = Doc(vocab, words=words, spaces=spaces)
    rows = np.frombuffer(content, dtype="<u8", offset=end).reshape(len(words), len(_COLUMNS))
    return doc.from_array(_COLUMNS, rows.astype(np.uint64))  # type: ignore[arg-type]
