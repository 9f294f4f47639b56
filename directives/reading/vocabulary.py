"""The field's words: kinds of bodies, posts, modifiers, verbs of the office. No paper's own names.

The words themselves stand in `lexicon/`, one a line, in the order of their letters.
"""

from pathlib import Path

from directives.reading.words import Phrases

_LEXICON = Path(__file__).parent / "lexicon"


def lexicon(name: str) -> list[str]:
    """The phrases of `lexicon/NAME.txt`; what stands behind "#" explains."""
    lines = (_LEXICON / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


PLACES = lexicon("places")
FIELD = Phrases({"field": lexicon("fields")})
FORCE = Phrases({"force": lexicon("forces")})
MODIFIER = Phrases({"modifier": lexicon("modifiers")})
DETERMINER = Phrases({"determiner": lexicon("determiners")})
NOUNS = Phrases(
    {
        "modifier": lexicon("modifiers"),
        "place": PLACES,
        "generic": lexicon("generics"),
        "post": lexicon("posts"),
        "organisation": lexicon("organisations"),
        "determiner": lexicon("determiners"),
        "nothing": lexicon("no_bodies"),
    }
)
# How a duty opens: after the body's name, or at the head of an item that inherits its body.
DUTY = Phrases({"manner": lexicon("manners"), "verb": lexicon("verbs")})
# What follows a body's name when it is only told about.
TELLING = Phrases({"told": lexicon("telling")})
# Words that join or place others: neither a name nor a duty goes on in them.
CONNECTING = frozenset(lexicon("connecting"))
# Lower-case words that follow a body's name without being its verb.
NO_VERBS = CONNECTING | frozenset(
    ("và", "hoặc", "của", "thuộc", "không", "những", "các", "này", "đó", "trên", "dưới")
)
# Words a clause opens with that only introduces: behind its comma the subject stands.
INTRODUCING = frozenset(lexicon("introducing"))
