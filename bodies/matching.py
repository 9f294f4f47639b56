"""From a name as papers write it to the body or the group an office means by it."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from bodies.folding import fold
from bodies.models import Body, BodyAlias, BodyGroup, Office

# "đồng chí" before a name does not name anybody.
OPENING = re.compile(r"^(?:(?:cac |nhung )?(?:dong chi|d/c) )")
PLURAL = re.compile(r"^(?:cac|nhung) ")
SHORT = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("uy ban mat tran to quoc", "mttq"),
    ("ban chi dao", "bcd"),
)


def key_of(words: str) -> str:
    """Return the form under which names are compared: folded, the usual short forms told alike.

    >>> key_of("Đồng chí Chủ tịch Uỷ ban nhân dân  phường")
    'chu tich ubnd phuong'
    """
    folded = OPENING.sub("", fold(words).strip(" .,;:"))
    for long, short in SHORT:
        folded = folded.replace(long, short)
    return re.sub(r"[^\w]+", " ", folded).strip()


@dataclass(frozen=True, slots=True)
class Match:
    """Whom the words mean: a body, a group, or nobody known (both None)."""

    body: Body | None = None
    group: BodyGroup | None = None

    @property
    def name(self) -> str:
        return str(self.body or self.group or "")

    def __bool__(self) -> bool:
        return bool(self.body or self.group)


class Matcher:
    """The names one office knows, read once: its aliases, then those of all offices, then groups,
    then full and short names.

    A name that two bodies share means neither: the clerk decides, and the choice is learnt as an alias.
    """

    def __init__(self, office: Office, *, on: date) -> None:
        self._known: dict[str, Match] = {}
        shared: set[str] = set()
        valid = Body.objects.valid(on=on)
        for body in valid:
            for name in {key_of(body.name), key_of(body.short_name)} - {""}:
                if name in self._known:
                    shared.add(name)
                self._known[name] = Match(body=body)
        for name in shared:
            del self._known[name]
        for group in BodyGroup.objects.filter(office=office):
            self._known[key_of(group.name)] = Match(group=group)
        # The office's own last: they win. Where NULL sorts differs between databases. An ended
        # body answers to no name.
        own_last = F("office").asc(nulls_first=True)
        aliases = BodyAlias.objects.filter(Q(office=None) | Q(office=office), body__in=valid)
        for alias in aliases.select_related("body").order_by(own_last, "pk"):
            self._known[key_of(alias.name)] = Match(body=alias.body)

    def match(self, words: str) -> Match:
        """Return whom the words mean; an empty Match when nobody known answers to them.

        "các Tổ dân phố" may be the group "Tổ dân phố", but "các Ban Xây dựng Đảng" is not the one
        body "Ban Xây dựng Đảng".
        """
        key = key_of(words)
        found = self._known.get(key)
        if found is None and PLURAL.match(key):
            group = self._known.get(PLURAL.sub("", key), Match()).group
            found = Match(group=group)
        return found or Match()
