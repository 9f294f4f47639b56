"""An office moves in with its old register: a sheet of tasks becomes notices and work.

`plan` says of every row what would be made, changed, left alone, or is wrong; `carry_out` does
exactly that, all in one transaction, or refuses. A row is known again by its code, else by its
notice and its words; importing the same sheet twice changes nothing.

columns   how offices head their columns
citing    the cell that names a paper
rows      a row read
placing   the row held against what is here
carrying  the plan, and the plan done
"""

from assignments.importing.carrying import carry_out, plan
from assignments.importing.columns import EXAMPLE, HEADS, KINDS
from assignments.importing.entries import Entry, ImportRefused, Layout, Outcome, Plan

__all__ = [
    "EXAMPLE",
    "HEADS",
    "KINDS",
    "Entry",
    "ImportRefused",
    "Layout",
    "Outcome",
    "Plan",
    "carry_out",
    "plan",
]
