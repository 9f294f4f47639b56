"""An office moves in with its old register: a sheet of tasks becomes notices and work.

`plan` says of every row what would be made, changed, left alone, or is wrong; `carry_out` does
exactly that, all in one transaction, or refuses. A row is known again by its code, else by its
notice and its words; importing the same sheet twice changes nothing.

columns   how offices head their columns
rows      a row read
placing   the row held against what is here
carrying  the plan, and the plan done
"""

from assignments.importing.carrying import carry_out, plan
from assignments.importing.columns import EXAMPLE
from assignments.importing.entries import Entry, ImportRefused, Outcome, Plan

__all__ = ["EXAMPLE", "Entry", "ImportRefused", "Outcome", "Plan", "carry_out", "plan"]
