"""Rows of an appendix: tasks, or petitions, under the item that cites it.

`plan` says what a table would give and what is wrong with it, row by row; `add` does it, all or
nothing, through drafting's own verb. The same rows a second time give nothing.

columns  how offices head their columns
rows     a row read, and what is wrong with it
adding   the rows held against what is here, and added
"""

from directives.appendices.adding import (
    HALF_TYPED,
    Plan,
    add,
    add_petitions,
    half_typed_by,
    plan,
)
from directives.appendices.columns import HEADS, KINDS, Choices

__all__ = [
    "HALF_TYPED",
    "HEADS",
    "KINDS",
    "Choices",
    "Plan",
    "add",
    "add_petitions",
    "half_typed_by",
    "plan",
]
