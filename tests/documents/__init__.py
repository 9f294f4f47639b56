"""The office's documents: wording, snapshots and papers, issuing, pages."""
