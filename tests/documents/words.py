"""What a paper says, as plain lines: for comparing whole papers with `==`."""

from directives.printing.model import Appendix, Block, Cell, Footnote, Paper, Paragraph, Table


def said(paper: Paper) -> list[str]:
    """The running text, a line each; a table's row as "cell | cell"."""
    return [line for block in paper.blocks for line in lines_of(block)]


def annex(paper: Paper) -> list[str]:
    (only,) = paper.appendices
    return [*only.title, *rows(only)]


def rows(appendix: Appendix) -> list[str]:
    return [line for block in appendix.blocks for line in lines_of(block)]


def lines_of(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [" | ".join(_cell(cell) for cell in row) for row in block.rows]
    label = "" if isinstance(block, Paragraph) else block.label.text
    words = "".join(
        inline.mark if isinstance(inline, Footnote) else inline.text for inline in block.inlines
    )
    return [f"{label} {words}".strip()]


def _cell(cell: Cell) -> str:
    return " / ".join("".join(run.text for run in line) for line in cell.lines)
