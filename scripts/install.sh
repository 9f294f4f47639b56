#!/bin/sh
# Brings .venv to what a lock file says: `install.sh requirements.lock`.
#
# Does nothing when that was done before: the stamp holds the lock's hash, the Python and the
# place of the checkout (a virtual environment cannot be moved).
set -eu

lock=$1
if [ -L .venv ]; then # what it leads to is another checkout's, and would be cleared
	echo 'Chưa cài: .venv là liên kết tới thư mục khác. Hãy bỏ liên kết (rm .venv) rồi chạy lại. / Not installed: .venv is a symbolic link; remove it and run again.' >&2
	exit 1
fi
stamp=.venv/$lock.installed
mkdir -p .venv
exec 9<.venv
flock 9 # `make run` and `make test` may come at once
wanted="$(sha256sum <"$lock") $(python3 --version) $PWD"

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && .venv/bin/python -c ''; then
	exit 0
fi
echo "Chuẩn bị thư viện / Installing what $lock says…"
grep -qsF "$PWD" .venv/bin/activate && .venv/bin/python -m pip --version >/dev/null 2>&1 ||
	python3 -m venv --clear .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
	--require-hashes --requirement "$lock"
echo "$wanted" >"$stamp"
