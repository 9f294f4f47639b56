"""Tokens of Vietnamese office prose, and phrase books that are looked up by the longest match."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[&/][^\W_]+)*|[^\w\s]|_|\n")
_TONES = {
    "uỷ": "ủy", "uý": "úy", "uỳ": "ùy", "uỹ": "ũy", "uỵ": "ụy",
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe",
}  # fmt: skip
_TONE = re.compile("|".join(_TONES))
_STRAY = {
    "guan": "quan", "qui": "quy", "quí": "quý", "qúy": "quý", "quỷ": "quý", "nám": "năm", "nãm": "năm",
    "thảng": "tháng", "thảnh": "thành", "trứơc": "trước",
}  # slips of scanning and typing inside words  # fmt: skip
# "phưong", "trưóc", "truớc", "đuợc": before another letter of the syllable's end the pair is always "ươ".
_HORN = re.compile(r"(?:ư[oòóỏõọ]|u[ơờớởỡợ])(?=[cimnptu])")
_WITH_HORN = str.maketrans("uoòóỏõọ", "ươờớởỡợ")


class Token(NamedTuple):
    """A word or a mark of punctuation; `key` is folded for look-ups, `start:end` its place."""

    word: str
    key: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.word[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.word[0].isupper()


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """Lower case, one spelling of the tone mark ("uỷ" = "ủy"), common scanning slips undone."""
    low = word.lower()
    if (
        len(low) > 2 and low[-1] in "nctimpgh"
    ):  # "toàn", "hoàn": the tone stands on the last vowel anyway
        return _STRAY.get(low) or _HORN.sub(lambda found: found[0].translate(_WITH_HORN), low)
    if low[0] == "q":
        return _STRAY.get(low, low)
    return _TONE.sub(lambda found: _TONES[found[0]], low.replace("ð", "đ"))


def tokens_of(text: str) -> list[Token]:
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        key = folded(found[0])
        if key == "họp" and tokens and tokens[-1].key == "phối":
            key = "hợp"  # a scan that loses the horn
        tokens.append(Token(found[0], key, found.start(), found.end()))
    return tokens


class Phrases:
    """A set of phrases of one to several words, each with a meaning; the longest one wins."""

    def __init__(self, meanings: Mapping[str, Iterable[str]]) -> None:
        self._meaning: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}
        for meaning, phrases in meanings.items():
            for phrase in phrases:
                self._add(phrase, meaning)

    def _add(self, phrase: str, meaning: str) -> None:
        words = tuple(token.key for token in tokens_of(phrase))
        self._meaning[words] = meaning
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def at(self, tokens: Sequence[Token], index: int) -> tuple[str, int]:
        """The meaning of the phrase that begins at `index` and its length in tokens; ("", 0) if none."""
        if index >= len(tokens):
            return "", 0
        longest = self._longest.get(tokens[index].key)
        if longest is None:
            return "", 0
        words = tuple([token.key for token in tokens[index : index + longest]])
        for size in range(len(words), 0, -1):
            meaning = self._meaning.get(words[:size])
            if meaning is not None:
                return meaning, size
        return "", 0


def split_lines(block: str) -> list[str]:
    """A phrase book is written as words between bars, over as many lines as it takes."""
    return [" ".join(phrase.split()) for phrase in block.split("|") if phrase.strip()]
