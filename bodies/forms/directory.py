"""What people type about the bodies they work with."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from bodies.folding import fold
from bodies.matching import Matcher, key_of
from bodies.models import Body, BodyGroup, Office
from bodies.registry import counted


class BodyForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """A body of the directory. Checks only: registry.revise_body writes."""

    class Meta:
        model = Body
        fields = ("name", "short_name", "kind", "parent", "symbol", "email")
        error_messages = {"name": {"required": "Hãy ghi tên đơn vị."}}

    def __init__(self, data: QueryDict | None, *, instance: Body | None = None) -> None:
        super().__init__(data, instance=instance)
        self.fields["email"].error_messages["invalid"] = "Thư điện tử không đúng, ví dụ vpdu@xa.vn."


class GroupForm(forms.Form):
    """A group and its members, a name a line; names not in the directory are told."""

    name = forms.CharField(
        label="Tên nhóm như ghi trong văn bản",
        max_length=200,
        help_text="Ví dụ: 25 Tổ dân phố",
        error_messages={"required": "Hãy ghi tên nhóm."},
    )
    members = forms.CharField(
        label="Thành viên, mỗi đơn vị một dòng",
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": "Hãy ghi ít nhất một đơn vị thành viên."},
    )
    add_unknown = forms.BooleanField(
        label="Thêm các tên chưa có vào danh mục đơn vị", required=False
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        office: Office,
        on: date,
        group: BodyGroup | None = None,
        name: str = "",
    ) -> None:
        """`name`: of a new group; bodies that are called what it counts are offered as members."""
        members = group.members.all() if group else _called(counted(name), on=on)
        names = "\n".join(body.name for body in members)
        super().__init__(data, initial={"name": group.name if group else name, "members": names})
        self.office, self.on = office, on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        matcher = Matcher(self.office, on=self.on)
        lines = [" ".join(line.split()) for line in data.get("members", "").splitlines()]
        # One name in two spellings is one body; the last spelling stands in the first's place.
        names = list({key_of(line): line for line in lines if line}.values())
        unknown = [name for name in names if not matcher.match(name).body]
        if unknown and not data.get("add_unknown"):
            told = ", ".join(f"“{name}”" for name in unknown[:5])
            self.add_error(
                "members",
                f"Chưa có trong danh mục đơn vị: {told}. Hãy sửa tên, hoặc đánh dấu “Thêm các tên chưa có”.",
            )
        return {
            **data,
            "known": [b for n in names if (b := matcher.match(n).body)],
            "unknown": unknown,
        }


def _called(unit: str, *, on: date) -> list[Body]:
    """The bodies named after the unit: "Tổ dân phố số 1", "Tổ dân phố Hồng Thái" …; none for ""."""
    opening = f"{fold(unit)} "
    named = Body.objects.valid(on=on).order_by("pk") if unit else ()
    return [body for body in named if fold(body.name).startswith(opening)]
