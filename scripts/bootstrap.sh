#!/bin/sh
# Installs from Debian what the machine lacks: `bootstrap.sh run`, `… test` or `… venv`.
#
# Nothing to do: silent, well under a second. Without root and sudo: says what to install and goes
# on where that makes sense (what prints PDF, what reads scans, the servers of the tests), else exits 1.
set -eu

purpose=${1:-run}
missing='' # packages, each with a space before it

# need PACKAGE COMMAND…: the package is missing unless the command succeeds
need() {
	package=$1
	shift
	"$@" >/dev/null 2>&1 || missing="$missing $package"
}

has_venv() {
	python3 -c 'import venv, ensurepip'
}

has_library() {
	python3 -c "import ctypes; ctypes.CDLL('$1')"
}

# Debian 12's fonts-liberation is an older font of the same name that lacks 92 Vietnamese letters.
has_font() {
	fc-list :lang=vi family | grep 'Liberation Serif'
}

has_postgresql() {
	ls /usr/lib/postgresql/*/bin/initdb || has initdb
}

has() {
	command -v "$1"
}

reads_vietnamese_scans() {
	tesseract --list-langs | grep -x vie
}

look() {
	missing=''
	need python3-venv has_venv
	[ "$purpose" != venv ] || return 0
	need libpango-1.0-0 has_library libpango-1.0.so.0
	need libpangoft2-1.0-0 has_library libpangoft2-1.0.so.0
	need libharfbuzz-subset0 has_library libharfbuzz-subset.so.0
	need fonts-liberation2 has_font
	need tesseract-ocr has tesseract
	need tesseract-ocr-vie reads_vietnamese_scans
	[ "$purpose" = test ] || return 0
	[ -n "${TEST_DATABASE_URL:-}" ] || need postgresql has_postgresql
	[ -n "${TEST_REDIS_URL:-}" ] || need redis-server has redis-server
	need chromium has chromium
	need libatomic1 has_library libatomic.so.1
	need poppler-utils has pdffonts
	need libreoffice-writer-nogui has soffice
}

may_install() {
	has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && { [ -t 0 ] || sudo -n true; }; }; }
}

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# One by one: a name that another distribution does not know must not keep the others away.
install() {
	as_root apt-get -qq update
	for package in $missing; do
		as_root env DEBIAN_FRONTEND=noninteractive \
			apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$package"
	done
}

say() {
	echo "$1 Cài bằng quyền quản trị / Install as root: apt-get install$missing" >&2
}

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	echo 'Cần Python 3.11 trở lên (lệnh python3). / Python 3.11 or later is needed, as python3.' >&2
	exit 1
fi
look
[ -n "$missing" ] || exit 0
if may_install >/dev/null 2>&1; then
	echo "Cài thêm / Installing:$missing"
	log=$(mktemp)
	install >"$log" 2>&1 || true
	look
	[ -z "$missing" ] || cat "$log" >&2
	rm -f "$log"
fi
case "$missing" in
'') ;;
*python3-venv*)
	say 'Chưa chạy được vì máy còn thiếu phần mềm. / Cannot go on without what is missing.'
	exit 1
	;;
*)
	if [ "$purpose" = test ]; then
		say 'Phần kiểm thử cần phần mềm còn thiếu sẽ bị bỏ qua. / Tests that need what is missing are skipped.'
	else
		case "$missing" in *lib* | *fonts*)
			say 'Vẫn chạy, nhưng chưa xuất được PDF. / Going on; printing PDF will not work.' ;;
		esac
		case "$missing" in *tesseract*)
			say 'Vẫn chạy, nhưng chưa đọc được bản quét. / Going on; reading scans will not work.' ;;
		esac
	fi
	;;
esac
