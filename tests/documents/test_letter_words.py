"""The wording of letters: what an office may write, and what it is told when it may not."""

import pytest

from bodies import letter_words
from bodies.letter_words import USUAL, paragraphs, problems

VALUES = {
    "don_vi": "UBND phường",
    "van_ban": "Thông báo số 05-TB/ĐU",
    "so_viec": "02",
    "da_don_doc": "Công văn số 01-CV/VPĐU",
    "han_bao_cao": "20/3/2026",
    "tinh_den": "13/3/2026",
}


@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_usual_words_of_each_level_can_be_used(level: int) -> None:
    assert list(problems(USUAL[level])) == []
    assert [line for line in paragraphs(USUAL[level], VALUES) if "{" in line] == [letter_words.LIST]


def test_no_words_are_no_problem() -> None:
    assert list(problems(" \n ")) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Kính gửi {ten}\n{danh_sach}",
            (
                "“{ten}” không dùng được. Chỉ dùng các ô: {danh_sach}, {don_vi}, {van_ban}, {so_viec}, "
                "{da_don_doc}, {han_bao_cao}, {tinh_den}."
            ),
        ),
        (
            "Đề nghị {don_vi\n{danh_sach}",
            "Có dấu ngoặc nhọn { hoặc } lẻ. Hãy viết đủ cặp, ví dụ {don_vi}.",
        ),
        (
            "Đề nghị {don_vi} báo cáo.",
            "Hãy để {danh_sach} đứng riêng một dòng, đúng một lần: danh sách nhiệm vụ in ở đó.",
        ),
        (
            "Gồm {danh_sach} sau",
            "Hãy để {danh_sach} đứng riêng một dòng, đúng một lần: danh sách nhiệm vụ in ở đó.",
        ),
    ],
    ids=["an unknown place", "a lone brace", "no list", "the list inside a sentence"],
)
def test_words_that_cannot_be_used_say_why(text: str, problem: str) -> None:
    assert list(problems(text)) == [problem]


def test_a_place_cannot_reach_into_the_program() -> None:
    sneaky = "{don_vi.__class__} {0} {don_vi!r:>99}\n{danh_sach}"

    assert len(list(problems(sneaky))) == 3


def test_a_value_is_put_in_once_whatever_it_holds() -> None:
    values = {**VALUES, "don_vi": "Tổ {van_ban}"}

    assert paragraphs("  Gửi  {don_vi}\n\n{danh_sach}", values) == [
        "Gửi Tổ {van_ban}",
        "{danh_sach}",
    ]
