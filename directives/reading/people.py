"""People whom a paper calls by their names: "đồng chí Nguyễn Văn An", "ông Trần Văn Bình"."""

from collections.abc import Sequence

from directives.reading.vocabulary import NOUNS
from directives.reading.words import Token

_ADDRESS = {("đồng", "chí"): 2, ("đ", "/", "c"): 3, ("đ/c",): 1, ("ông",): 1, ("bà",): 1}
_SYLLABLES = (2, 5)  # of a full name


def person_end(tokens: Sequence[Token], index: int) -> int:
    """Where the name of a person that begins at `index` with a form of address ends; 0 when none begins."""
    start = index + _address(tokens, index)
    end = start
    while start > index and end < len(tokens) and _is_syllable(tokens, end):
        end += 1
    fewest, most = _SYLLABLES
    return end if fewest <= end - start <= most else 0


def _address(tokens: Sequence[Token], index: int) -> int:
    keys = tuple(token.key for token in tokens[index : index + 3])
    return next((size for form, size in _ADDRESS.items() if keys[: len(form)] == form), 0)


def _is_syllable(tokens: Sequence[Token], index: int) -> bool:
    """A capital one that does not open the post behind the name ("Nguyễn Văn An | Bí thư")."""
    return tokens[index].word.istitle() and NOUNS.at(tokens, index)[1] < 2
