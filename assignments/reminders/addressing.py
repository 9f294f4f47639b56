"""Who answers for a body on the day a mail goes out. A duty stays with the post, not the person."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bodies.models import Body, Membership, Role, User
from directives.models import Notice

POSTS = (Role.OFFICER, Role.HEAD)  # in this order


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person, or (person None) a body itself. `in_place`: the clerk, for a body nobody reaches."""

    person: User | None
    body: Body | None
    in_place: bool = False

    @property
    def email(self) -> str:
        """Where to write; empty when nobody has an address, which the ledger then shows."""
        found = self.person or self.body
        return found.email if found else ""


class Directory:
    """The people who answer for some bodies on one day, read once."""

    def __init__(self, bodies: Collection[int], *, on: date) -> None:
        self._held: dict[int, list[User]] = defaultdict(list)
        held = Membership.objects.held(on=on).filter(body__in=bodies, role__in=POSTS)
        reachable = held.exclude(user__email="").select_related("user")
        for row in sorted(reachable, key=_seniority):
            if row.body_id and row.user not in self._held[row.body_id]:
                self._held[row.body_id].append(row.user)

    def people(self, body: Body) -> list[User]:
        """Officers, then heads, who have an address; whoever has served longest first."""
        return self._held[body.pk]

    def one(self, body: Body, notice: Notice) -> Addressee:
        """The one to remind: a person of the body, else its own address, else the notice's clerk."""
        if people := self.people(body):
            return Addressee(person=people[0], body=None)
        if body.email:
            return Addressee(person=None, body=body)
        return self.clerk(notice) or Addressee(person=None, body=body)

    def everyone(self, body: Body, notice: Notice) -> list[Addressee]:
        """Whom a new notice is announced to: all people of the body; else as `one`."""
        people = [Addressee(person=person, body=None) for person in self.people(body)]
        return people or [self.one(body, notice)]

    def clerk(self, notice: Notice) -> Addressee | None:
        """Nhắc thay: whoever follows the notice, else whoever entered it."""
        for person in (notice.specialist, notice.created_by):
            if person and person.is_active and person.email:
                return Addressee(person=person, body=None, in_place=True)
        return None


def _seniority(row: Membership) -> tuple[int, date, int]:
    return (POSTS.index(Role(row.role)), row.valid_from or date.min, row.pk)
