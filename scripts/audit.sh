#!/bin/sh
# Known weaknesses of the libraries in requirements.lock. The list of weaknesses is on the
# internet: without it, says so and leaves it at that.
set -eu

tool=.venv/audit # apart: what it needs is none of ours
if [ ! -x $tool/bin/pip-audit ]; then
	python3 -m venv $tool
	if ! $tool/bin/pip install --quiet pip-audit==2.10.1; then
		rm -rf $tool
		echo 'pip-audit cannot be installed here: skipped' >&2
		exit 0
	fi
fi
$tool/bin/pip-audit --require-hashes --disable-pip --progress-spinner=off --format=json \
	--requirement requirements.lock 2>/dev/null | .venv/bin/python -m scripts.audited
