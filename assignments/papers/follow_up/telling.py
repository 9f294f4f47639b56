"""One task told in a sentence: its words once, then what each body made of it."""

from collections.abc import Callable

from assignments.models import Cause, Timeliness
from assignments.papers.follow_up.reckoning import FollowUp
from assignments.papers.groups import alike, brief, counted, together
from assignments.papers.lines import Line, evidence
from assignments.papers.wording import bare, deadline_beside, state
from directives.models import AssignmentRole

# Of more bodies than these a sentence counts, and names who is late.
MANY = 6
NAMED_LATE = 30  # and of more than these the annex alone names who is late


def tell_task(report: FollowUp, of_task: list[Line], told: Callable[[Line], str]) -> str:
    """The task's words once, then what each body made of it; of those who help, how they stand."""
    first = of_task[0]
    several = len({line.code for line in (*report.lines, *report.standing)}) > 1
    place = f"{first.code}, {first.place}" if several else _capital(first.place)
    words = "; ".join(filter(None, (bare(first.words), deadline_beside(first))))
    helpers = [brief(line) for line in of_task if line.role == AssignmentRole.CO]
    leads = [line for line in of_task if line.role != AssignmentRole.CO]
    said = " ".join(_told_of(group, told) for group in (leads, helpers) if group)
    more = " Kết quả từng đơn vị tại phụ lục." if max(len(leads), len(helpers)) > MANY else ""
    return f"{place}: {words}. {said}{more}"


def _told_of(found: list[Line], told: Callable[[Line], str]) -> str:
    if len(found) > MANY:
        return _counted(found)
    groups = (together(group) for group in alike(found))
    return " ".join(f"{line.body}: {told(line)}" for line in groups)


def _counted(found: list[Line]) -> str:
    """How many bodies stand how; who is late is named. The annex tells what each of them did."""
    standing: dict[str, list[Line]] = {}
    for line in found:
        standing.setdefault(_standing_of(line), []).append(line)
    parts = []
    for words, group in standing.items():
        late = any(line.word in (Timeliness.OVERDUE, Timeliness.DONE_LATE) for line in group)
        named = late and len(group) <= NAMED_LATE
        names = f" ({', '.join(line.body for line in group)})" if named else ""
        parts.append(f"{counted(group)} {words}{names}")
    return f"{'; '.join(parts)}."


def _standing_of(line: Line) -> str:
    return state(line).removesuffix(" (mới)").lower()


def tell_finished(line: Line) -> str:
    paper = evidence(line)
    result = f", {_said(line.result)}" if line.result else ""
    cited = f" ({paper[0].lower()}{paper[1:]})" if paper else ""
    return f"{_standing_of(line)}{result}{cited}."


def tell_late(line: Line) -> str:
    cause = f"nguyên nhân{_cause(line.cause)}" if line.cause else "chưa nêu nguyên nhân"
    proposal = f"; đề xuất: {_said(line.proposal)}" if line.proposal else ""
    return f"{state(line).lower()}; {cause}{proposal}.{line.letters and f' {line.letters}'}"


def _cause(words: str) -> str:
    """ " khách quan: thiếu người", ": thiếu người": the kind of cause goes on with the sentence."""
    kind, _, said = words.partition(": ")
    if kind not in Cause.labels:
        return f": {_said(words)}"
    return f" {kind.lower()}" + (f": {_said(said)}" if said else "")


def tell_going_on(line: Line) -> str:
    return f"{_said(line.result) or 'đang thực hiện'}."


def _said(words: str) -> str:
    """Words inside a sentence: the first letter small, unless it begins a name in capitals."""
    plain = bare(words)
    return plain if plain[1:2].isupper() else plain[:1].lower() + plain[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
