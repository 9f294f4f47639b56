"""How the office comes to know bodies and their names."""

import pytest

from bodies import ledger, registry
from bodies.models import Body, BodyAlias, BodyGroup, Event
from bodies.registry import RegistryRefused, kind_of
from tests.factories import at, make_body, make_group, make_office, make_user

NOW = at("2026-03-10")
Kind = Body.Kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Đảng ủy UBND phường", Kind.PARTY_BODY),
        ("Chi bộ tổ dân phố số 3", Kind.CELL),
        ("Văn phòng Đảng ủy", Kind.STAFF),
        ("Uỷ ban Kiểm tra Đảng ủy", Kind.STAFF),
        ("Ban Tuyên giáo và Dân vận", Kind.STAFF),
        ("Ban Chỉ đạo 35", Kind.STEERING),
        ("Ban Chỉ huy Quân sự phường", Kind.FORCES),
        ("Công an phường", Kind.FORCES),
        ("HĐND phường", Kind.COUNCIL),
        ("Hội đồng nhân dân phường", Kind.COUNCIL),
        ("UBND phường", Kind.GOVERNMENT),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam phường", Kind.FRONT),
        ("Hội Nông dân", Kind.FRONT),
        ("Đoàn TNCS Hồ Chí Minh phường", Kind.FRONT),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", Kind.DEPARTMENT),
        ("Trường THCS Tràng Hạc", Kind.SERVICE),
        ("Trạm Y tế", Kind.SERVICE),
        ("Tổ dân phố số 7", Kind.RESIDENTS),
        ("Thôn Đông", Kind.RESIDENTS),
        ("Bản Nà Lốc", Kind.RESIDENTS),
        ("Trưởng Công an phường", Kind.POST),
        ("Đồng chí Phó Bí thư Thường trực", Kind.POST),
        ("Chủ tịch UBND phường", Kind.POST),
        ("Điện lực Tràng Hạc", Kind.OUTSIDE),
        ("", Kind.OUTSIDE),
    ],
)
def test_a_name_speaks_of_its_kind(name: str, kind: Body.Kind) -> None:
    assert kind_of(name) == kind


@pytest.mark.django_db
def test_a_body_is_added_under_the_committee() -> None:
    office, clerk = make_office(), make_user()

    body = registry.add_body("  phòng   Y tế ", office=office, at=NOW, by=clerk)

    assert (body.name, body.kind, body.parent) == ("Phòng Y tế", Kind.DEPARTMENT, office.committee)
    assert [(e.verb, e.by, e.after) for e in ledger.history(body)] == [
        ("add_body", clerk, {"name": "Phòng Y tế", "kind": "department"})
    ]


@pytest.mark.django_db
def test_an_alias_is_learnt_once() -> None:
    office, clerk, body = make_office(), make_user(), make_body("UBND phường")

    for words in ("UBND P. Tràng Hạc", "ubnd p. trang hac"):
        registry.learn_alias(words, body, office=office, at=NOW, by=clerk)

    assert [(a.name, a.body) for a in BodyAlias.objects.all()] == [("UBND P. Tràng Hạc", body)]
    assert Event.objects.count() == 1


@pytest.mark.django_db
def test_a_corrected_alias_means_the_other_body() -> None:
    office, clerk = make_office(), make_user()
    wrong, right = make_body("Đảng ủy UBND phường"), make_body("UBND phường")

    for body in (wrong, right):
        registry.learn_alias("UBND P.", body, office=office, at=NOW, by=clerk)

    assert [a.body for a in BodyAlias.objects.all()] == [right]
    assert [e.note for e in ledger.history(right)] == ["UBND P."]


@pytest.mark.django_db
def test_a_body_does_not_stand_under_itself_or_below() -> None:
    top = make_body("UBND phường")
    below = make_body("Phòng Kinh tế", parent=top)

    for parent in (top, below):
        with pytest.raises(RegistryRefused):
            registry.revise_body(top, {"parent": parent}, at=NOW, by=make_user())

    assert (Body.objects.get(pk=top.pk).parent, Event.objects.count()) == (None, 0)


@pytest.mark.django_db
def test_history_keeps_what_a_revision_changed() -> None:
    body = make_body("Phòng Kinh tế", email="kt@phuong.example")

    values = {"name": "Phòng Kinh tế và Hạ tầng", "email": "kt@phuong.example"}
    registry.revise_body(body, values, at=NOW, by=make_user())

    assert [(e.before, e.after) for e in ledger.history(body)] == [
        ({"name": "Phòng Kinh tế"}, {"name": "Phòng Kinh tế và Hạ tầng"})
    ]
    assert Body.objects.get(pk=body.pk).folded == "phong kinh te va ha tang"


@pytest.mark.django_db
def test_a_group_has_members_and_a_name_of_its_own() -> None:
    office, clerk, first = make_office(), make_user(), make_body("Tổ dân phố số 1")
    make_group(office, "Các trường", first)

    saved = registry.save_group("Các tổ", [first], office=office, at=NOW, by=clerk)
    with pytest.raises(RegistryRefused):
        registry.save_group("cac truong", [first], office=office, at=NOW, by=clerk)
    with pytest.raises(RegistryRefused):
        registry.save_group("Các thôn", [], office=office, at=NOW, by=clerk)

    assert list(saved.members.all()) == [first]
    assert [g.name for g in BodyGroup.objects.all()] == ["Các trường", "Các tổ"]
