"""Bodies that are called by a word of their own: acronyms and brands."""

import re
from collections.abc import Sequence

from directives.reading.words import Token


def is_acronym(tokens: Sequence[Token], index: int) -> bool:
    """ "EVN", "ACV": upper case by itself, not a word of a line in capitals."""
    word = tokens[index].word
    beside = [tokens[i].word for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    alone = not any(len(one) > 1 and one.isupper() and one.isalpha() for one in beside)
    return (
        3 <= len(word) <= 8
        and word.isupper()
        and word.isalpha()
        and word.isascii()
        and alone
        and not set(word) <= set("IVXLC")
    )


def is_brand(word: str) -> bool:
    """ "Petrovietnam", "Viettel", "MobiFone": a capital word that is no Vietnamese syllable."""
    plain = len(word) > 4 and word.isascii() and word.isalpha()
    if plain and _TWO_HUMPS.fullmatch(word):
        return True
    return plain and word.istitle() and not _SYLLABLE.fullmatch(word.lower())


_TWO_HUMPS = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+")  # "MobiFone", "VietinBank"
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|kh|gh|gi|ch|th|tr|ph|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
