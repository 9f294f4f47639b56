"""The office's documents: querysets → plain snapshots → papers to print.

A snapshot is read once, at one moment; its paper holds nothing that the snapshot does not.
"""

# Written with every frozen document: raise it when a maker's words or order change.
TEMPLATE_VERSION = "2"
