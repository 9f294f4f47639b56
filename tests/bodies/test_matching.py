"""From the words of a paper to the body an office means by them."""

from datetime import date

import pytest

from bodies.matching import Match, Matcher, key_of
from bodies.models import BodyAlias
from tests.factories import make_body, make_group, make_office

ON = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Đồng chí Chủ tịch Uỷ ban nhân dân  phường", "chu tich ubnd phuong"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam phường;", "mttq viet nam phuong"),
        ("các đồng chí Bí thư chi bộ", "bi thu chi bo"),
        ("Những đ/c Trưởng ban", "truong ban"),
        ("Phòng Văn hóa – Xã hội", "phong van hoa xa hoi"),
        ("BCĐ 35", "bcd 35"),
        ("Ban Chỉ đạo 35", "bcd 35"),
        ("…", ""),
    ],
)
def test_short_forms_and_openings_are_told_alike(words: str, key: str) -> None:
    assert key_of(words) == key


@pytest.mark.django_db
def test_full_short_and_unaccented_names_are_found() -> None:
    ubnd = make_body("Ủy ban nhân dân phường Tràng Hạc", short_name="UBND phường")
    matcher = Matcher(make_office(), on=ON)

    found = [matcher.match(w) for w in ("UBND phường Tràng Hạc", "uy ban nhan dan phuong")]

    assert found == [Match(body=ubnd), Match(body=ubnd)]


@pytest.mark.django_db
def test_a_plural_means_a_group_and_never_one_body() -> None:
    office = make_office()
    make_body("Ban Xây dựng Đảng")
    residents = make_group(office, "Tổ dân phố")
    matcher = Matcher(office, on=ON)

    found = [matcher.match(w) for w in ("các Ban Xây dựng Đảng", "Các tổ dân phố")]

    assert found == [Match(), Match(group=residents)]


@pytest.mark.django_db
def test_a_name_that_two_bodies_share_means_neither() -> None:
    make_body("Trường Tiểu học", short_name="Trường số 1")
    make_body("Trường Tiểu học")
    make_body("Trường Tiểu học")
    matcher = Matcher(make_office(), on=ON)

    assert matcher.match("Trường Tiểu học") == Match()
    assert matcher.match("Trường số 1").name == "Trường Tiểu học"


@pytest.mark.django_db
def test_an_alias_decides_between_two_of_one_name() -> None:
    office = make_office()
    first = make_body("Trường Tiểu học")
    make_body("Trường Tiểu học")
    BodyAlias.objects.create(office=office, body=first, name="Trường tiểu học")

    assert Matcher(office, on=ON).match("Trường Tiểu học") == Match(body=first)


@pytest.mark.django_db
def test_another_offices_alias_means_nothing_here() -> None:
    here, there = make_office("Văn phòng A"), make_office("Văn phòng B")
    BodyAlias.objects.create(office=there, body=make_body("UBND huyện B"), name="UBND huyện")

    assert Matcher(here, on=ON).match("UBND huyện") == Match()


@pytest.mark.django_db
@pytest.mark.parametrize("everybodys_first", [True, False])
def test_the_offices_own_alias_wins_over_everybodys(everybodys_first: bool) -> None:
    office, own, other = make_office(), make_body("UBND huyện A"), make_body("UBND huyện B")
    rows = [BodyAlias(body=other, name="UBND huyện"), BodyAlias(body=own, name="UBND huyện")]
    rows[1].office = office
    for row in rows if everybodys_first else reversed(rows):
        row.save()

    assert Matcher(office, on=ON).match("UBND huyện") == Match(body=own)


@pytest.mark.django_db
def test_a_group_is_found_by_its_name_in_its_office_only() -> None:
    office = make_office()
    group = make_group(office, "43 tổ dân phố", make_body("Tổ dân phố số 1"))

    assert Matcher(office, on=ON).match("các 43 tổ dân phố") == Match(group=group)
    assert Matcher(make_office("Văn phòng khác"), on=ON).match("43 tổ dân phố") == Match()


@pytest.mark.django_db
def test_a_body_answers_to_its_names_while_it_is_in_being() -> None:
    office = make_office()
    ended = make_body("Phòng TN&MT", valid_to=date(2026, 3, 10))
    BodyAlias.objects.create(body=ended, name="Phòng Tài nguyên")

    last_day, day_after = Matcher(office, on=ON), Matcher(office, on=date(2026, 3, 11))

    assert last_day.match("Phòng Tài nguyên") == last_day.match("Phòng TN&MT") == Match(body=ended)
    assert day_after.match("Phòng Tài nguyên") == day_after.match("Phòng TN&MT") == Match()


@pytest.mark.django_db
def test_a_party_committee_of_a_ubnd_is_not_the_ubnd() -> None:
    ubnd, committee = make_body("UBND phường"), make_body("Đảng ủy UBND phường")
    matcher = Matcher(make_office(), on=ON)

    found = [
        matcher.match("Ủy ban nhân dân phường"),
        matcher.match("Đảng ủy Ủy ban nhân dân phường"),
    ]

    assert found == [Match(body=ubnd), Match(body=committee)]


@pytest.mark.parametrize("words", ["", "   ", "…", "các đồng chí "])
@pytest.mark.django_db
def test_words_that_name_nobody_match_nobody(words: str) -> None:
    make_body("UBND phường")

    assert not Matcher(make_office(), on=ON).match(words)
