"""The printing house: official papers as documents, laid out by the rule of their day.

`notice_paper` turns a notice's plain values into a `Paper`; `pdf` prints a Paper.
Nothing here knows the database, so that a letter, a report or a DOCX file is one more
maker of Papers or one more printer of them.
"""
