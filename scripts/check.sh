#!/bin/bash
# `make check`: everything that can be said about the code without running it.
#
# Goes through to the end and names what failed. Settings are read as in production.
set -u

data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
export DATA_DIR=$data DATABASE_URL='' REDIS_URL='' EMAIL_URL='' DEBUG='' PLAIN_HTTP=''
export ALLOWED_HOSTS=dondoc.example
export SECRET_KEY='only for the check: Qq7-xW2_mZ9.pL4+vR8=tN1~kB6!hJ3' LEDGER_KEY='only for the check'
failed=''

step() { # step NAME COMMAND…
	printf '· %s\n' "$1"
	"${@:2}" || failed="$failed · $1"
}

every_shell_script_parses() {
	local script status=0
	for script in scripts/*.sh .ci/run; do bash -n "$script" || status=1; done
	return $status
}

templates_are_formatted() {
	find templates -name '*.html' -print0 |
		xargs -0 --no-run-if-empty .venv/bin/djade --check --target-version 5.2
}

manage=(.venv/bin/python manage.py)
step 'lint' .venv/bin/ruff check --quiet
step 'format' .venv/bin/ruff format --check --quiet
step 'templates' templates_are_formatted
step 'types' .venv/bin/mypy --no-error-summary config bodies directives assignments tests scripts
step 'import contracts' .venv/bin/lint-imports --no-logo
step 'migrations' "${manage[@]}" makemigrations --check --dry-run --verbosity=1
step 'settings for production' "${manage[@]}" check --deploy --fail-level WARNING
step 'shell' every_shell_script_parses

[ -z "$failed" ] || { printf 'make check: failed%s\n' "$failed" >&2; exit 1; }
echo 'make check: all is well'
