"""Báo cáo kết quả thực hiện, of one notice or of a period: figures first, then every task.

reckoning  what the report is to say now
telling    one task in a sentence
annex      every task as a row
paper      the report as it is printed
"""

from assignments.papers.follow_up.paper import follow_up_paper
from assignments.papers.follow_up.reckoning import Figures, FollowUp, follow_up, reports_before

__all__ = ["Figures", "FollowUp", "follow_up", "follow_up_paper", "reports_before"]
