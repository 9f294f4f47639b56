"""How the house is run; nothing of the product imports from here."""
