"""What bodies and the office type about work: checked here, written by the verbs."""

from assignments.forms.decisions import DECISIONS, Decision, DecisionForm, decision_form
from assignments.forms.notices import SupersedeForm, WithdrawForm
from assignments.forms.reports import AcceptForm, ReportForm, SendBackForm

__all__ = [
    "DECISIONS",
    "AcceptForm",
    "Decision",
    "DecisionForm",
    "ReportForm",
    "SendBackForm",
    "SupersedeForm",
    "WithdrawForm",
    "decision_form",
]
