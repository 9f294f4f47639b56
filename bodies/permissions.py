"""Who a person is today: their offices, their bodies, their roles. Every room asks here.

A forgotten case sees nothing: each word starts from the memberships held today.
"""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from bodies.models import Body, Membership, Office, Role, User

# An office's people see its papers; an admin has settings and accounts, no business.
OFFICE_READERS = (Role.CLERK, Role.REGISTRAR, Role.CHIEF, Role.LEADER, Role.INSPECTOR)
ISSUERS = (Role.REGISTRAR, Role.CHIEF)
ACCEPTERS = (Role.CLERK, Role.CHIEF, Role.LEADER)


class Standing:
    """What a person may be on one day: read once a request, asked many times.

    Attributes `memberships` (held today), and the words below.
    """

    def __init__(self, user: User, *, on: date) -> None:
        self.user = user
        self.memberships = list(
            Membership.objects.held(on=on).filter(user=user).select_related("office", "body")
        )

    def offices(self, *roles: Role) -> list[Office]:
        """The offices where the person holds one of `roles`."""
        held = [m.office for m in self.memberships if m.office and m.role in roles]
        return list(dict.fromkeys(held))  # once, whatever roles they hold there

    def bodies(self, *roles: Role) -> list[Body]:
        """The bodies where the person holds one of `roles` (any, when none is named)."""
        held = [m.body for m in self.memberships if m.body and (not roles or m.role in roles)]
        return list(dict.fromkeys(held))

    def reads(self) -> list[Office]:
        return self.offices(*OFFICE_READERS)

    def is_at(self, office: Office, *roles: Role) -> bool:
        return any(o.pk == office.pk for o in self.offices(*roles))

    def has(self, *roles: Role) -> bool:
        return any(m.role in roles for m in self.memberships)

    def body_ids(self) -> Collection[int]:
        """The person's bodies and all below them."""
        return self._body_ids

    @cached_property
    def _body_ids(self) -> Collection[int]:
        roots = [b.pk for b in self.bodies()]
        return list(Body.objects.subtree(roots).values_list("pk", flat=True))


def keeps_directory(standing: Standing) -> list[Office]:
    """The offices whose bodies, names and groups the person keeps."""
    return standing.offices(Role.CLERK, Role.CHIEF)


def administers(standing: Standing) -> list[Office]:
    """The offices whose settings and people the person keeps."""
    return standing.offices(Role.ADMIN)


def lasting(*, on: date) -> Q:
    """Memberships not over: held on the day, or still to begin; locked people's too."""
    return Q(valid_to=None) | Q(valid_to__gte=on)


class Realm:
    """Where an administrator keeps the accounts: their offices, and all bodies under those committees."""

    def __init__(self, offices: Sequence[Office], *, on: date) -> None:
        self.offices = offices
        self.on = on

    @cached_property
    def _body_ids(self) -> Collection[int]:
        roots = [office.committee_id for office in self.offices]
        return list(Body.objects.subtree(roots).values_list("pk", flat=True))

    def bodies(self) -> QuerySet[Body]:
        """Where a role may be given: the bodies in being."""
        return Body.objects.filter(pk__in=self._body_ids).valid(on=self.on)

    def posts(self) -> QuerySet[Membership]:
        """The roles held here, whenever."""
        return Membership.objects.filter(
            Q(office__in=self.offices) | Q(body__in=self._body_ids)
        ).select_related("office", "body")

    def people(self) -> QuerySet[User]:
        """Who holds a role here, or held their last one here; nobody who has gone elsewhere."""
        going_on = Membership.objects.filter(lasting(on=self.on), user=OuterRef("pk"))
        here = self.posts().order_by()
        return User.objects.filter(
            Q(pk__in=here.filter(lasting(on=self.on)).values("user"))
            | Q(~Exists(going_on), pk__in=here.values("user"))
        )

    def keeps_account_of(self, user: User) -> bool:
        """Name, lock and password are kept here: the person holds no role outside.

        Otherwise an administrator could set the password of another office's people and be them.
        """
        elsewhere = user.memberships.filter(lasting(on=self.on))
        return not elsewhere.exclude(pk__in=self.posts().values("pk")).exists()
