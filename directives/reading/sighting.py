"""A moment of time as it stands in its sentence: the words of its clause before it and those behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from directives.reading.figures import key
from directives.reading.moment import Moment
from directives.reading.words import Token

REACH = 30  # tokens looked back for the verb


@dataclass(frozen=True, slots=True)
class Sighting:
    """A moment at tokens `first:last` with the kinds of markers before it."""

    tokens: Sequence[Token]
    first: int
    last: int
    markers: tuple[str, ...]
    moment: Moment
    ahead_of_issue: bool = False  # the last day is not before the paper's own
    to_come: bool = False  # the whole of the period lies behind the paper's own day
    gone: bool = False  # long over when the paper was issued, as far as it says when
    window: bool = False  # "từ ngày … đến ngày …": the moment is its end
    bound_before: bool = False  # the moment before is a limit
    before: int = 0  # where the moment before ends, in tokens
    after: int = 1_000_000  # where the next one begins

    def clause(self, reach: int = REACH) -> range:
        """Where the clause before stands, nearest last; a full stop or semicolon ends it, unless a bracket that is
        closed again holds it.
        """
        depth = 0
        limit = max(-1, self.first - 1 - reach)
        for index in range(self.first - 1, limit, -1):
            word = self.tokens[index].word
            depth = max(0, depth + (word == ")") - (word == "("))
            if not depth and (word in ";\n" or (word in ".!?" and self._stops(index))):
                return range(index + 1, self.first)
        return range(limit + 1, self.first)

    def back(self, reach: int = REACH) -> list[str]:
        """The words of the clause before, nearest first, without what a bracket that is closed again holds."""
        words: list[str] = []
        depth = 0
        for index in reversed(self.clause(reach)):
            token = self.tokens[index]
            if token.word == ")":
                depth += 1
            elif token.word == "(" and depth:
                depth -= 1
            elif not depth:
                words.append(token.key)
        return words

    def _stops(self, index: int) -> bool:
        after = self.tokens[index + 1]
        return after.start > self.tokens[index].end and (after.is_capital or not after.is_word)

    def ahead(self, reach: int = 6) -> list[str]:
        return [key(self.tokens, index) for index in range(self.last, self.last + reach)]


def neighbours(back: Sequence[str]) -> list[tuple[str, str]]:
    """Neighbouring words in printed order, the nearest pair first."""
    return list(zip(back[1:], back, strict=False))
