"""Finding without accents: "dat dai" finds "đất đai"."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodies.folding import fold, natural

VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)
vietnamese = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " -/.0123456789")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng ủy  Uỷ ban", "dang uy uy ban"),
        ("ĐẤT ĐAI", "dat dai"),
        ("Ðảng bộ", "dang bo"),
        ("  16-KL/BCĐ,\n mục 3 ", "16-kl/bcd, muc 3"),
        ("", ""),
    ],
)
def test_marks_case_and_white_space_fall_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_numbers_in_names_are_sorted_as_numbers() -> None:
    names = ["Tổ dân phố số 10", "Đội 1", "tổ dân phố số 9", "2 Ban"]

    assert sorted(names, key=natural) == ["2 Ban", "Đội 1", "tổ dân phố số 9", "Tổ dân phố số 10"]


@given(vietnamese)
def test_folded_vietnamese_is_plain_ascii(text: str) -> None:
    assert fold(text).isascii()


@given(vietnamese)
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(vietnamese)
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(vietnamese, vietnamese)
def test_a_part_is_found_in_the_whole(before: str, part: str) -> None:
    assert fold(part) in fold(f"{before} {part}")
