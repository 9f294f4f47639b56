"""The demo: a fictional office with its own sample notices, in every state the verbs allow."""
