"""What the reader takes in no case: files it cannot read, and state secrets."""

import re
import unicodedata
from collections.abc import Iterator

from directives.reading.clean import lines_of, normalised

HEAD_LINES = 40
LONGEST_LINE = 200  # characters of a line that may hold a mark
# A mark in any case as it is spelled; in capitals also as a scanner or a hurried typist gets it.
_MARK = r"(?P<mark>(?:t ?u ?y ?ệ ?t ?|t ?ố ?i ?)?m ?ậ ?t)"
_CAPITALS = r"(?P<mark>(?:T ?U ?Y ?[EẸÊỂỆẾỀ] ?T ?|T ?[OÓÒÔỐỒỔ] ?[IÍÌ] ?)?M ?[AÁÀẢÃẠÂẤẦẨẪẬĂẮẰẲẶ] ?T)"
_LEVEL = r"\W*(?:(?:độ|mức độ|mức|dấu) mật ?(?:\W ?)?)?"
_ALONE = re.compile(_LEVEL + _MARK + r"(?:\W+(?:bản )?số ?:? ?\d{1,4})?\W*", re.IGNORECASE)
_ALONE_IN_CAPITALS = re.compile(r"\W*" + _CAPITALS + r"\W*")
# Beside the number or the date: "12-BC/ĐU MẬT", "… năm 2025 MẬT", "MẬT Bản số 2".
_BEHIND_A_NUMBER = re.compile(
    r"\W*(?:số\W|[^,]{2,40}, ngày\W).*(?<!\bbí)(?<!\bbảo)\W(?-i:(?=[MT]))" + _MARK + r"\W*",
    re.IGNORECASE,
)
_BEFORE_A_NUMBER = re.compile(r"\W*" + _MARK + r"\W+(?:bản )?số\W.*", re.IGNORECASE)
_FORMS = (_ALONE, _ALONE_IN_CAPITALS, _BEHIND_A_NUMBER, _BEFORE_A_NUMBER)
_ASUNDER = re.compile(r"(?:bí|bảo)\W*$", re.IGNORECASE)  # a title wrapped within "bí | mật"
_COLUMNS = re.compile(r"\s{2,}|\||\t")


class Unreadable(Exception):
    """The file cannot be read. Says in Vietnamese what to do."""


class SecretPaper(Exception):
    """The paper is marked Mật, Tối mật or Tuyệt mật: nothing of it may be kept. Says so in Vietnamese."""


def refuse_secrets(source: str) -> None:
    """Raises SecretPaper when a secrecy mark stands in the head of the paper, in a line or column of its own.

    The head: the first HEAD_LINES lines that are not empty. A mark may also stand on the line of the number
    or the date, its letters apart ("M Ậ T"), in any case. "bảo vệ bí mật" in running text is no mark, nor
    are "Bảo mật", Khẩn, Lưu hành nội bộ, Tài liệu thu hồi. Keeps nothing. Law 117/2025/QH15.
    """
    if mark := _mark_of(source):
        raise SecretPaper(
            f"Văn bản có dấu “{mark}”. Hệ thống không tiếp nhận tài liệu bí mật nhà nước; "
            "không có bản sao nào được giữ lại."
        )


def _mark_of(source: str) -> str:
    """The mark as the law spells it; "" where none stands."""
    for line, before in _head(_plain(source)):
        if _ASUNDER.search(before) and len(line.split()) == 1:
            continue
        for piece in (line, *_COLUMNS.split(line)):
            bare = " ".join(piece.split())
            found = [form.fullmatch(bare) for form in _FORMS if len(bare) <= LONGEST_LINE]
            if any(found):
                return next(_spelled(one["mark"]) for one in found if one)
    return ""


def _spelled(mark: str) -> str:
    letters = "".join(mark.split()).upper()
    if letters.startswith("TU"):
        return "TUYỆT MẬT"
    return "TỐI MẬT" if letters.startswith("T") else "MẬT"


def _plain(source: str) -> str:
    """Without what no eye sees: zero-width and direction signs, letters of another width."""
    text = unicodedata.normalize("NFKC", normalised(source))
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def _head(text: str) -> Iterator[tuple[str, str]]:
    """Lines of the head, each with the one before it: as they are printed, then two columns read apart."""
    printed = [line for line in text.split("\n") if line.strip()][:HEAD_LINES]
    apart = [line.text for line in lines_of(text)[:HEAD_LINES]]
    for lines in (printed, apart):
        yield from zip(lines, ["", *lines], strict=False)
