"""A date that is no time limit: it comes back, cites a paper, tells of what was, or says when something is held."""

from collections.abc import Sequence

from directives.reading.acts import WORKS, act_at
from directives.reading.figures import key
from directives.reading.sighting import Sighting, neighbours

PAST = frozenset({"đã", "chưa", "vừa"})
_VALIDITY = (("áp", "dụng"), ("hiệu", "lực"))  # "áp dụng đến hết năm 2026"
_JUDGING = (
    ("phê", "bình"), ("biểu", "dương"), ("ghi", "nhận"), ("khen", "ngợi"), ("hoan", "nghênh"),
)  # fmt: skip
EVENTFUL = (
    ("khai", "mạc"), ("diễn", "ra"), ("có", "hiệu"), ("hiệu", "lực"), ("kỷ", "niệm"),
    ("xảy", "ra"), ("phát", "sinh"), ("đổ", "bộ"),
)  # fmt: skip


def speaks_of_another(sight: Sighting) -> bool:
    """Whether the words about it say that this date is of a paper, of an event or of a duty that comes back."""
    ahead = sight.ahead()
    if _recurs(ahead) or _event_follows(ahead) or _told_of_half(sight) or _of_expiry(sight):
        return True
    return _of_cited(sight) or _of_judged(sight) or _of_share(sight)


def merely_expected(sight: Sighting) -> bool:
    """ "Dự kiến khởi công ngày 05/10/2023.": what somebody thinks will be."""
    return ("dự", "kiến") in neighbours(sight.back(6))


def held_in_bracket(sight: Sighting) -> bool:
    """ "tại Hội chợ (tổ chức ở Đông Hải từ ngày 05 đến ngày 09/12)": when something is held that is told of."""
    for index in reversed(sight.clause()):
        if sight.tokens[index].word == "(":
            held = (key(sight.tokens, index + 1), key(sight.tokens, index + 2)) in (
                ("tổ", "chức"),
                ("diễn", "ra"),
            )
            acts = any(
                act_at(sight, at) in ("finish", "deliver") for at in range(index, sight.first)
            )
            return held or (sight.window and not acts)
    return False


def _recurs(ahead: Sequence[str]) -> bool:
    """ "ngày 20/11 hằng năm" is a duty that comes back, no date of its own."""
    return ahead[0] in ("hằng", "hàng", "mỗi") or (
        ahead[0] in ("của", "các") and ahead[1] in ("hằng", "hàng")
    )


def _event_follows(ahead: Sequence[str]) -> bool:
    return (ahead[0], ahead[1]) in EVENTFUL


def _told_of_half(sight: Sighting) -> bool:
    """ "báo cáo 6 tháng trước ngày 16/6": a day without year belongs to the duty that comes back."""
    told = [word for word in sight.back(4) if word != "("]
    return sight.moment.year is None and told[:1] == ["tháng"] and told[1:2] in (["6"], ["06"])


def _of_expiry(sight: Sighting) -> bool:
    """ "hết hạn 31/12", "gia hạn …" are no limits of a task; "3 buổi trong tuần" is no week to come."""
    before = key(sight.tokens, sight.first - 1)
    if (sight.tokens[sight.first].key, key(sight.tokens, sight.first + 1)) == ("hết", "hạn"):
        return True
    if "until" in sight.markers and tuple(sight.back(2)[::-1]) in _VALIDITY:
        return True
    if sight.tokens[sight.first].key in ("hạn", "thời"):
        return before in ("gia", "hết", "quá", "đến", "kỳ", "có")
    return sight.moment.said.startswith("this ") and before in ("ngày", "lần", "buổi", "kỳ")


_PAPERS = (["bản"], ["đơn"], ["sơ"], ["cáo"], ["đồng"])


_RULES = frozenset({("định", "ban"), ("bản", "ban"), ("luật", "ban"), ("tư", "ban")})


def happens_before(sight: Sighting) -> bool:
    """ "vụ việc xảy ra trước ngày …", "văn bản được ban hành trước ngày …" (of the past) tell which are meant."""
    back = sight.back(4)
    if sight.gone and back[:2] == ["hành", "ban"] and (back[2:3] and (back[2], "ban") in _RULES):
        return True  # "thay thế các quy định ban hành trước năm 2020"
    passive = back[2:3] == ["được"] and back[3:4] != ["phải"] and not sight.ahead_of_issue
    sent = (
        not sight.ahead_of_issue and back[:1] in (["gửi"], ["nộp"], ["ký"]) and back[1:2] in _PAPERS
    )
    if sent:
        return True  # "theo các văn bản gửi trước ngày …"
    works = sight.gone and tuple(back[3:1:-1]) in WORKS  # "dự án hoàn thành trước ngày …"
    return passive or works or tuple(back[1::-1]) in EVENTFUL


def _of_cited(sight: Sighting) -> bool:
    """ "Thông báo số 31-TB/HU, ngày 04/3/2025 (yêu cầu xong trước ngày 25/3/2025)": the bracket tells what that
    document asked.
    """
    for index in reversed(sight.clause()):
        if sight.tokens[index].word == ")":
            return False
        if sight.tokens[index].word == "(":
            code = sight.tokens[index - 1].word
            dated = sight.before == index and not sight.bound_before and _ends_in_day(sight, index)
            return dated or (code.isupper() and "/" in code)
    return False


def _ends_in_day(sight: Sighting, index: int) -> bool:
    """ "… ngày 04/3/2025 |", "… ngày 04 tháng 3 năm 2025 |"; not "… năm 2025 |"."""
    words = [token.key for token in sight.tokens[max(0, index - 6) : index]]
    return bool(words) and (words[-1].count("/") == 2 or {"ngày", "tháng"} <= set(words))


def _of_judged(sight: Sighting) -> bool:
    """ "Phê bình UBND xã để quá hạn nhiệm vụ phải hoàn thành trước ngày …": what is over, in praise or blame, as a
    cause ("Nhờ sơ tán xong trước 16 giờ ngày …, nên") or as a promise ("trước ngày … như đã hứa").
    """
    if sight.ahead_of_issue:
        return False
    back, ahead = sight.back(60), sight.ahead(2)
    promised = ahead[0] == "như" and ahead[1] in ("đã", "cam")
    causes = back[-1:] in (["nhờ"], ["vì"]) or ahead[:2] == ["nên", "đã"]
    return promised or causes or any(pair in _JUDGING for pair in neighbours(back)[-3:])


def _of_share(sight: Sighting) -> bool:
    """ "các dự án giải ngân dưới 30% đến hết tháng 8": which are meant, by what they have reached."""
    return sight.back(1) == ["%"] and "until" in sight.markers and "dưới" in sight.back(4)


def told_after(sight: Sighting) -> bool:
    """ "đến hết ngày 31/7 | mới đạt 28%", "| vẫn còn 4 xã", "| đã có 12 xã": what stood so on that day."""
    ahead = sight.ahead(2)
    return ahead[0] in ("mới", "vẫn", "đã", "chưa", "còn") and ahead[1] not in ("được", "phải")


def told_as_past(sight: Sighting, reach: int) -> bool:
    """ "đã làm xong trước năm 2019", "chưa hoàn thành trong tháng 3"."""
    if 0 < sight.before == sight.first and not sight.bound_before:
        return False  # "… đã đưa vào sử dụng trước năm 2021 | trong quý II": told of the one before
    for word in sight.back(reach):
        if word in (",", "(", "phải", "cần"):
            return False
        if word in PAST:
            return not (word == "đã" and sight.to_come and "within" in sight.markers)
    return False
