"""Time limits in running text: markers ("trước", "chậm nhất", "trong") and moments, held against the issue date.

    deadline := marker+ moment | completion moment | event
A date is a limit only when its marker, its verb and its clause say so; two thirds of all dates in notices
cite documents, tell of events or describe plans. What cannot be computed has `due_on` None and a doubt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from directives.reading.binding import binds, strength_of
from directives.reading.days import first_day, last_day
from directives.reading.events import event_at
from directives.reading.figures import key
from directives.reading.model import OVERDUE, Deadline, Precision
from directives.reading.moment import Moment
from directives.reading.moments import moment_at
from directives.reading.sighting import Sighting
from directives.reading.vocabulary import DUTY
from directives.reading.words import Phrases, Token, split_lines, tokens_of

MARKERS = Phrases(
    {
        "before": split_lines("trước | xong trước | trước thời điểm | trước hạn | trước khi hết"),
        "latest": split_lines(
            """chậm nhất | châm nhất | chậm nhất là | chậm nhất vào | chậm nhất đến | chậm nhất trong | chậm nhất ngày | muộn nhất | muộn nhất là | không muộn hơn
            | không chậm hơn | không được chậm hơn | không được muộn hơn | không được quá | không quá | hạn | hạn cuối | hạn cuối cùng | hạn cuối cùng là | hạn chót | hạn cuối là | thời hạn | thời hạn là | hạn hoàn thành | thời hạn hoàn thành | chậm nhất không quá
            | thời gian thực hiện : | thời gian hoàn thành : | tiến độ hoàn thành : | tiến độ thực hiện :"""
        ),
        "within": split_lines(
            "trong | ngay trong | trong vòng | trong thời hạn | trong thời gian | nội trong | ngay trong ngày | trong ngày"
        ),
        "until": split_lines(
            "hết | đến hết | từ nay đến | từ nay đến hết | đến trước | cho đến hết | từ nay cho đến hết"
        ),
        "at": split_lines("vào | vào dịp | đúng | dịp"),
        "to": split_lines("đến | tới | đến ngày"),
        "from": split_lines(
            "từ | kể từ | sau | từ ngày | kể từ ngày | sau ngày | bắt đầu từ | tính đến | tính đến hết | lũy kế đến | tính từ"
        ),
    }
)
_NOUNS = Phrases(
    {"noun": split_lines("kết quả | kế hoạch | hồ sơ | nhiệm vụ | công việc | văn bản | báo cáo")}
)
LATE_ISSUE = 14  # days a paper may come after the end of a month it still gives as a limit
LONG_AGO = 365  # days; nobody is given such a limit, it tells which matters are meant
_WINDOW_WORDS = frozenset({"đến", "-", "–"})
_BETWEEN_DAYS = _WINDOW_WORDS | {",", "và"}
_SKIPPED = (("hai", "tháng"),)
# "trước giờ làm việc ngày …", "trước cuối giờ chiều ngày …": a time of day that bears no figure.
_DAYTIMES = frozenset(("đầu", "cuối", "giờ", "buổi", "sáng", "trưa", "chiều", "tối", "làm", "việc"))
_TERMS = Phrases({"term": split_lines("thời gian | thời hạn | hạn | lịch | tiến độ")})
_STARTS = frozenset(
    ("bắt", "áp", "hiệu", "khai", "nghỉ", "họp", "thi", "sinh")
)  # "thời gian bắt đầu: …"
LONGEST_TERM = 5  # words of "thời gian gửi báo cáo kết quả:"
_WINDOWED = (Precision.DAY, Precision.MONTH, Precision.QUARTER)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Tokens `first:last`; `markers` are the kinds of those before the moment."""

    first: int
    last: int
    markers: tuple[str, ...]
    moment: Moment
    window: bool = False


def find_deadlines(clean_text: str, *, issued_on: date | None, today: date) -> tuple[Deadline, ...]:
    """Every time limit in printed order; spans are into `clean_text`. Pure and linear."""
    tokens = tokens_of(clean_text)
    phrases = _phrases(tokens)
    lenders = _later_years(phrases)
    found: list[Deadline] = []
    bound = False
    for number in range(len(phrases)):
        sight = _sighting(tokens, phrases, number, issued_on=issued_on, today=today, bound=bound)
        bound = sight is not None and binds(sight)
        if sight is not None and bound:
            year = lenders[number]
            found.append(
                _deadline(sight, clean_text, issued_on=issued_on, today=today, later_year=year)
            )
    found.extend(_events(tokens, clean_text, found))
    return tuple(sorted(found, key=lambda one: one.start))


def _sighting(
    tokens: Sequence[Token],
    phrases: Sequence[_Phrase],
    number: int,
    *,
    issued_on: date | None,
    today: date,
    bound: bool,
) -> Sighting | None:
    """The phrase in its place; None for what is no limit wherever it stands. `bound`: the one before is a limit."""
    phrase = phrases[number]
    if phrase.moment.precision is Precision.EVENT and not phrase.markers:
        return None
    day = last_day(phrase.moment, before=False, issued=issued_on, year=None)
    starts = first_day(phrase.moment, day)
    if _over(day, issued_on, days=LONG_AGO):
        return None
    return Sighting(
        tokens,
        phrase.first,
        phrase.last,
        phrase.markers,
        phrase.moment,
        ahead_of_issue=day is not None and day >= (issued_on or today),
        to_come=starts is not None and starts > (issued_on or today),
        gone=_over(day, issued_on, days=LATE_ISSUE),
        window=phrase.window,
        bound_before=bound,
        before=phrases[number - 1].last if number else 0,
        after=phrases[number + 1].first if number + 1 < len(phrases) else len(tokens),
    )


def _later_years(phrases: Sequence[_Phrase]) -> list[int | None]:
    """For each phrase of a day the year that the next day with a year bears ("trước 15/7, cấp tỉnh trước 15/8/2025")."""
    years: list[int | None] = []
    year = None
    for phrase in reversed(phrases):
        years.append(year if phrase.moment.day else None)
        year = phrase.moment.year if phrase.moment.day and phrase.moment.year else year
    return years[::-1]


def _phrases(tokens: Sequence[Token]) -> list[_Phrase]:
    found = []
    index = 0
    while index < len(tokens):
        phrase = _phrase_at(tokens, index)
        if phrase is None:
            index += 1
            continue
        found.append(phrase)
        index = phrase.last
    return found


def _phrase_at(tokens: Sequence[Token], index: int) -> _Phrase | None:
    markers, here = _markers_at(tokens, index)
    parsed = moment_at(tokens, here)
    if parsed is None:
        parsed = _days_at(tokens, here) if markers else None
        return _window(index, parsed[1], markers, parsed[0]) if parsed else None
    moment, end = _to_end_of_window(tokens, *parsed)
    if end != parsed[1]:
        return _window(index, end, markers, moment)
    return _Phrase(index, end, tuple(markers), moment)


def _markers_at(tokens: Sequence[Token], index: int) -> tuple[list[str], int]:
    """The meanings of the markers that begin at `index`, and where the moment may begin."""
    markers: list[str] = []
    here = _term_at(tokens, index)
    if here > index:
        markers.append("latest")
    while len(markers) < 4:
        meaning, size = MARKERS.at(tokens, here)
        overdue = (
            here == index
            and tokens[here].key == "hạn"
            and key(tokens, here - 1) in ("quá", "gia", "hết")
        )
        if not size or overdue:
            break
        if tokens[here + size - 1].key == "ngày":
            size -= 1
        markers.append(meaning)
        here += size
        here += key(tokens, here) == "tuần" and key(tokens, here + 1) in ("từ", "ngày")
    here += bool(markers) and key(tokens, here) in (":", "là", "vào")
    after = (key(tokens, here), key(tokens, here + 1))
    here += bool(markers) and after in _SKIPPED
    return markers, _past_daytime(tokens, here) if markers else here


def _past_daytime(tokens: Sequence[Token], index: int) -> int:
    here = index
    while key(tokens, here) in _DAYTIMES and here - index < LONGEST_TERM:
        here += 1
    return here if key(tokens, here) in ("ngày", "thứ", "mai") else index


def _term_at(tokens: Sequence[Token], index: int) -> int:
    """Where "thời gian hoàn thành:", "hạn báo cáo", "thời gian: từ" ends, with the day still to come; else `index`.

    Words between are verbs; without a colon a day or the first day of a window has to follow.
    """
    size = _TERMS.at(tokens, index)[1]
    if not size or key(tokens, index - 1) in ("gia", "hết", "quá", "kỳ", "có", "với"):
        return index
    here = index + size
    while here - index - size < LONGEST_TERM and tokens[here : here + 1] and tokens[here].is_word:
        if key(tokens, here) in _STARTS | {"từ", "ngày"}:
            break
        step = max(DUTY.at(tokens, here)[1], _NOUNS.at(tokens, here)[1])
        if not step:
            break
        here += step
    if key(tokens, here) in (":", "là"):
        return here + 1
    window = here > index + size and key(tokens, here) in ("từ", "ngày")
    return here if window else index


def _window(first: int, last: int, markers: Sequence[str], moment: Moment) -> _Phrase:
    """What runs from one day to another runs until the last."""
    kinds = tuple("until" if one == "from" else one for one in markers)
    return _Phrase(first, last, kinds, moment, window=True)


def _days_at(tokens: Sequence[Token], index: int) -> tuple[Moment, int] | None:
    """ "ngày 08 đến ngày 14 tháng 12", "các ngày 08, 09/12/2025": days that share the month of the last."""
    here = index + (key(tokens, index) in ("các", "hai", "02", "2"))
    here += key(tokens, here) == "ngày"
    if here == index or not _is_day(key(tokens, here)):
        return None
    while _is_day(key(tokens, here)) and key(tokens, here + 1) in _BETWEEN_DAYS:
        parsed = moment_at(tokens, here + 2)
        if parsed is not None and parsed[0].day is not None:
            return parsed
        here += 2
    return None


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31


def _over(day: date | None, issued_on: date | None, *, days: int) -> bool:
    """More than so many days before the paper; False when either is unknown."""
    return day is not None and issued_on is not None and day < issued_on - timedelta(days=days)


def _to_end_of_window(tokens: Sequence[Token], moment: Moment, end: int) -> tuple[Moment, int]:
    """ "ngày 15 đến ngày 31 tháng 12 năm 2025": the last day counts."""
    if moment.part == "end" and key(tokens, end) in (",", "-", "–", "và"):
        turn = moment_at(tokens, end + 1)  # "cuối quý I, đầu quý II": the turn of the two
        if turn is not None and (turn[0].part, turn[0].precision) == ("start", moment.precision):
            return turn
    both = key(tokens, end) == "và" and moment.precision is not Precision.DAY
    if (both or key(tokens, end) in _WINDOW_WORDS) and moment.precision in _WINDOWED:
        after = end + 1 + (key(tokens, end + 1) == "hết")
        parsed = moment_at(tokens, after)
        if parsed is not None and parsed[0].precision is moment.precision:
            return parsed
    return moment, end


def _deadline(
    sight: Sighting, text: str, *, issued_on: date | None, today: date, later_year: int | None
) -> Deadline:
    moment = sight.moment
    anchor = issued_on or today
    year, doubt = _missing_year(moment, anchor, later_year)
    before = "before" in sight.markers
    due = last_day(moment, before=before, issued=issued_on, year=year)
    doubt = doubt or _doubt(moment, due, issued_on)
    start, end = sight.tokens[sight.first].start, sight.tokens[sight.last - 1].end
    return Deadline(
        text=text[start:end],
        start=start,
        end=end,
        due_on=due,
        due_time=moment.clock,
        precision=moment.precision,
        strength=strength_of(sight),
        doubt=doubt,
    )


def _missing_year(moment: Moment, anchor: date, later: int | None) -> tuple[int | None, str]:
    """The year of the issue; of the next dated limit or next year when that day is already past."""
    if moment.year or moment.said or moment.days is not None or moment.month is None:
        return None, ""
    year = anchor.year
    due = last_day(moment, before=False, issued=None, year=year)
    if later:
        year = later
    elif due is not None and due < anchor - timedelta(days=1):
        year += 1
    return year, f"Văn bản không ghi năm; tạm hiểu là năm {year}, cần kiểm tra lại."


def _doubt(moment: Moment, due: date | None, issued_on: date | None) -> str:
    if due is None:
        if moment.day is not None:
            return "Ngày này không có trong lịch; cần kiểm tra lại."
        return "Thời hạn tính từ một mốc chưa có ngày; cần nhập ngày cụ thể."
    if moment.days is not None and moment.working:
        return "Tính theo ngày làm việc, chưa trừ ngày lễ; cần kiểm tra lại."
    if (moment.days is not None and not moment.year) or moment.said:
        return "Tính từ ngày ban hành; cần kiểm tra lại."
    if moment.part in ("start", "first half", "middle"):
        return "Văn bản chỉ ghi khoảng thời gian; ngày được tính gần đúng."
    if issued_on is not None and due < issued_on:
        return OVERDUE
    return ""


def _events(tokens: Sequence[Token], text: str, dated: Sequence[Deadline]) -> list[Deadline]:
    """Limits bound to something that has no date yet; none is seen inside a dated one."""
    taken = {place for one in dated for place in range(one.start, one.end)}
    found = []
    index = 0
    while index < len(tokens):
        event = event_at(tokens, index)
        if event is None or tokens[index].start in taken:
            index += 1
            continue
        last, doubt = event
        start, end = tokens[index].start, tokens[last - 1].end
        precision = Precision.TERM if "nhiệm kỳ" in text[start:end] else Precision.EVENT
        found.append(Deadline(text[start:end], start, end, None, precision=precision, doubt=doubt))
        index = last
    return found
