"""What the reader takes in no case: files it cannot read, and state secrets."""

import re

from directives.reading.clean import lines_of, normalised

HEAD_LINES = 40
_SECRET = re.compile(
    r"\W*(?:Độ mật\s*:?\s*|Mức độ mật\s*:?\s*)?(?P<mark>tuyệt mật|tối mật|mật)\W*$", re.IGNORECASE
)


class Unreadable(Exception):
    """The file cannot be read. Says in Vietnamese what to do."""


class SecretPaper(Exception):
    """The paper is marked Mật, Tối mật or Tuyệt mật: nothing of it may be kept. Says so in Vietnamese."""


def refuse_secrets(source: str) -> None:
    """Raises SecretPaper when a line of the head holds a secrecy mark and nothing else.

    "bảo vệ bí mật" in running text is no mark. Law 117/2025/QH15.
    """
    text = normalised(source)
    printed = [raw for raw in text.split("\n") if raw.strip()][:HEAD_LINES]
    for line in [*printed, *(line.text for line in lines_of(text)[:HEAD_LINES])]:
        for cell in re.split(r"\s{2,}|\||\t", line.strip()):
            found = _SECRET.fullmatch(cell.strip()[:60])
            if found:
                raise SecretPaper(
                    f"Văn bản có dấu “{found['mark'].upper()}”. Hệ thống không tiếp nhận tài liệu bí mật nhà nước; "
                    "không có bản sao nào được giữ lại."
                )
