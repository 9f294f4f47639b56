"""Documents a text leans on, and the figures it sets as targets."""

import re
from decimal import Decimal

from directives.reading.dates import DATE, date_in
from directives.reading.model import Citation, Target

_KINDS = (
    "Nghị quyết|Kết luận|Chỉ thị|Quyết định|Công văn|Tờ trình|Kế hoạch|Thông báo|Công điện|Báo cáo|Nghị định"
    "|Quy định|Quy chế|Hướng dẫn|Chương trình|Văn bản|Thông tư|Đề án|Luật|Pháp lệnh"
)
_CITED = re.compile(
    rf"(?P<kind>{_KINDS})\s+(?:kết luận\s+)?(?:liên tịch\s+)?(?:số\s*:?\s*)?"
    r"(?P<code>\d+(?:\.\d+)?\s?(?:/\d{4})?\s?[-/]\s?[A-ZĐ][\wĐđ]*(?:[-/][\wĐđ]+)*)"
)
_DATED = re.compile(r"\s*,?\s*(?:ngày\s+)?(?=\d)")
_FIGURE = re.compile(
    r"(?P<bound>trên|dưới|tối thiểu|tối đa|ít nhất|không dưới|không quá|từ|đạt|khoảng|hơn)?\s*(?:khoảng\s+)?"
    r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,9}(?:,\d{1,4})?)\s*(?P<unit>%|tỷ đồng|triệu đồng)(?P<up>\s+trở lên)?"
)
_AT_MOST = frozenset({"dưới", "tối đa", "không quá"})
_ORDERED = re.compile(
    r"\b(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|hoàn thành|tối thiểu|ít nhất|giải ngân|đạt|duy trì|cắt giảm|giảm|tăng|trên)\b"
)


def find_citations(clean_text: str) -> tuple[Citation, ...]:
    """Each document named by a code, with the date printed right after it; spans into the text."""
    found = []
    for cited in _CITED.finditer(clean_text):
        end, on = cited.end(), None
        gap = _DATED.match(clean_text, end)
        dated = DATE.match(clean_text, gap.end()) if gap else None
        if dated:
            end, on = dated.end(), date_in(dated)
        code = re.sub(r"\s+", "", cited["code"])
        found.append(Citation(clean_text[cited.start() : end], code, on, cited.start(), end))
    return tuple(found)


def find_targets(clean_text: str) -> tuple[Target, ...]:
    """Figures to be reached ("trên 90%", "từ 97% trở lên"); figures merely told are left out."""
    found = []
    for figure in _FIGURE.finditer(clean_text):
        bound = figure["bound"] or ""
        before = clean_text[max(0, figure.start() - 60) : figure.start()] + bound
        if not figure["up"] and not _ORDERED.search(before):
            continue
        number = Decimal(figure["number"].replace(".", "").replace(",", "."))
        found.append(
            Target(
                number,
                figure["unit"],
                bound not in _AT_MOST,
                figure.start("number"),
                figure.end("unit"),
            )
        )
    return tuple(found)
