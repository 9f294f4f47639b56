"""Who works along, who is led to act and who is reported to, wherever they stand in a unit."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from directives.reading.lists import Listed, list_at
from directives.reading.loose import loosely_at, with_tail
from directives.reading.vocabulary import DUTY
from directives.reading.words import Token


@dataclass(slots=True)
class Partners:
    """Bodies beside the leads, in printed order."""

    coordinating: list[Listed] = field(default_factory=list)
    via: list[Listed] = field(default_factory=list)
    report_to: list[Listed] = field(default_factory=list)


def partners_in(tokens: Sequence[Token], first: int, last: int, source: str) -> Partners:
    """Coordinators, bodies led to act, and bodies reported to, wherever they stand in the unit."""
    found = Partners()
    index = first
    while index < last:
        key = tokens[index].key
        after = _after_coordination(tokens, index, last)
        if after:
            bodies, end = loosely_at(tokens, after, source)
            bodies, end = with_tail(tokens, bodies, end, last, source, along=True)
            if not _with_stands(tokens, after) and bodies and _loose(tokens, after, bodies):
                bodies = ()
            if bodies and not _urged(tokens, first, index):
                found.coordinating.extend(bodies)
            index = max(end, index + 2)
            continue
        helped, end = _mobilised(tokens, index, source)
        if helped:
            found.coordinating.extend(helped)
            index = end
            continue
        aside, end = _beside_the_lead(tokens, index, source)
        if aside:
            found.coordinating.extend(aside)
            index = end
            continue
        after = _after_leading(tokens, index)
        if after:
            bodies, end = list_at(tokens, after, source)
            found.via.extend(bodies)
            index = max(end, after)
            continue
        if key in ("trình", "gửi") or (key == "cáo" and index and tokens[index - 1].key == "báo"):
            bodies, end = list_at(tokens, _past_result(tokens, index + 1), source)
            found.report_to.extend(body for body in bodies if not _is_copy(tokens, body))
            index = max(end, index + 1)
            continue
        index += 1
    return found


_FARTHEST = 40  # tokens from "phối hợp" to the last of a list


def in_partners(tokens: Sequence[Token], first: int, index: int, last: int, source: str) -> bool:
    """Whether the word at `index` stands within a list of those who work along that begins after `first`."""
    for here in range(max(first, index - _FARTHEST), index):
        after = _after_coordination(tokens, here, last)
        if after and after < index:
            bodies, end = loosely_at(tokens, after, source)
            return bool(bodies) and end > index
    return False


_WORKING_ALONG = frozenset({"phối", "làm", "liên", "thống", "cùng"})
_NOUNS_OF_MEETING = frozenset({"bản", "buổi", "cuộc", "trình", "dung", "hoạch", "lịch", "chế"})
_LEADING = frozenset({"chỉ", "đôn", "yêu"})


def _after_coordination(tokens: Sequence[Token], index: int, last: int) -> int:
    """The token after "phối hợp chặt chẽ với", "cùng với", "làm việc trực tiếp với"; 0 if none begins here."""
    if tokens[index].key not in _WORKING_ALONG:
        return 0
    keys = [token.key for token in tokens[index : min(index + 9, last)]]
    if keys[:1] == ["phối"] and keys[1:2] in (["hợp"], ["với"]):
        return _after_with(tokens, index, keys)
    if keys[:2] == ["làm", "việc"] and index and tokens[index - 1].key in _NOUNS_OF_MEETING:
        return 0  # "chuẩn bị kịch bản làm việc với Đoàn thanh tra"
    if keys[:2] in (["làm", "việc"], ["liên", "ngành"], ["thống", "nhất"]):
        end = 2
        while end < len(keys) and keys[end] in (
            "cụ",
            "thể",
            "trực",
            "tiếp",
            ",",
            "trao",
            "đổi",
            "ngay",
        ):
            end += 1
        return index + end + 1 if keys[end : end + 1] == ["với"] else 0
    if keys[:1] == ["cùng"] and keys[1:2] != ["cấp"] and keys[2:3] != ["việc"]:
        return index + (2 if keys[1:2] == ["với"] else 1)
    return 0


def _mobilised(tokens: Sequence[Token], index: int, source: str) -> tuple[tuple[Listed, ...], int]:
    """ "huy động | đoàn viên thanh niên | hỗ trợ người dân": whom one calls in to help; ((), index) otherwise."""
    if [token.key for token in tokens[index : index + 2]] != ["huy", "động"]:
        return (), index
    bodies, end = list_at(tokens, index + 2, source)
    helps = [token.key for token in tokens[end : end + 2]] in (
        ["hỗ", "trợ"],
        ["tham", "gia"],
        ["giúp", "đỡ"],
    )
    return (bodies, end) if helps else ((), index)


def _beside_the_lead(
    tokens: Sequence[Token], index: int, source: str
) -> tuple[tuple[Listed, ...], int]:
    """ "Công an xã chủ trì, | các thôn | phối hợp"; ((), index) where no such clause stands."""
    if [token.key for token in tokens[index : index + 3]] != ["chủ", "trì", ","]:
        return (), index
    bodies, end = list_at(tokens, index + 3, source)
    along = [token.key for token in tokens[end : end + 3]]
    alone = along[:2] == ["phối", "hợp"] and along[2:] not in (["với"], ["cùng"])
    return (bodies, end + 2) if alone else ((), index)


def _with_stands(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index - 1].key in ("với", "cùng")


def _loose(tokens: Sequence[Token], index: int, bodies: Sequence[Listed]) -> bool:
    """ "phối hợp tổ chức …": without "với" a lower-case word is rather a verb."""
    return (
        bodies[0].generic
        and bodies[0].bare
        and bodies[0].last - bodies[0].first < 3
        and not tokens[index].is_capital
        and tokens[index].key not in ("các", "những")
    )


_ADVERBS = frozenset(
    [
        "chặt",
        "chẽ",
        "tốt",
        "hiệu",
        "quả",
        "cùng",
        "nhịp",
        "nhàng",
        "đồng",
        "bộ",
        "kịp",
        "thời",
        "thường",
        "xuyên",
        "tích",
        "cực",
        "trực",
        "tiếp",
        "chủ",
        "động",
        "có",
    ]
)


def _after_with(tokens: Sequence[Token], index: int, keys: Sequence[str]) -> int:
    if index and tokens[index - 1].key in ("sự", "được"):
        return 0
    end = 2 if keys[1] == "hợp" else 1
    if keys[2:3] == [":"]:
        return index + 3  # "Cơ quan phối hợp: …"
    while end < len(keys) and keys[end] in _ADVERBS and not tokens[index + end].is_capital:
        end += 1
    if keys[end : end + 1] == ["với"]:
        return index + end + 1
    if keys[end : end + 1] == [","]:
        return _after_joined_verbs(tokens, index + end)
    return index + end


def _after_joined_verbs(tokens: Sequence[Token], comma: int) -> int:
    """ "phối hợp, hướng dẫn, hỗ trợ | Bộ Y tế": a body that is called by its name; 0 where none follows."""
    index = comma
    while tokens[index].key == "," and index < comma + 6:
        size = DUTY.at(tokens, index + 1)[1]
        if not size or index + 1 + size >= len(tokens):
            return 0
        index += 1 + size
    return index if tokens[index].is_capital else 0


def _urged(tokens: Sequence[Token], first: int, index: int) -> bool:
    """ "đôn đốc các chủ đầu tư phối hợp với …": their duty, not ours."""
    for back in range(index - 1, max(first, index - 25), -1):
        if tokens[back].word in ".;:":
            return False
        if tokens[back].key == "đốc" and tokens[back - 1].key == "đôn":
            return True
    return False


def _after_leading(tokens: Sequence[Token], index: int) -> int:
    if tokens[index].key not in _LEADING:
        return 0
    keys = [token.key for token in tokens[index : index + 2]]
    if keys in (["chỉ", "đạo"], ["đôn", "đốc"], ["yêu", "cầu"]):
        before = tokens[index - 1].key if index else ""
        noun = before in (
            "sự",
            "ý",
            "kiến",
            "đáp",
            "ứng",
            "theo",
            "các",
            "những",
            "bản",
            "tác",
            "được",
            "ban",
            "bám",
            "của",
        )
        return 0 if noun else index + 2
    return 0


def _is_copy(tokens: Sequence[Token], body: Listed) -> bool:
    """ "gửi bản tin", "gửi bản giấy": a paper, no village."""
    return tokens[body.first].word == "bản" and body.last - body.first == 1


def _past_result(tokens: Sequence[Token], index: int) -> int:
    """ "báo cáo (kết quả thực hiện) (về) | X"."""
    for _ in range(6):
        if index < len(tokens) and tokens[index].key in (
            "kết",
            "quả",
            "thực",
            "hiện",
            "về",
            "cho",
            "lên",
            "đề",
            "xuất",
            "với",
            "cấp",
        ):
            index += 1
    return index
