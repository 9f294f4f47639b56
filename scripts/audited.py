"""Reads pip-audit's report (JSON) from standard input; exits 1 when a library has a known weakness."""

import json
import sys


def main() -> None:
    text = sys.stdin.read()
    libraries = json.loads(text)["dependencies"] if text else []
    known = [library for library in libraries if "vulns" in library]
    weak = [library for library in known if library["vulns"]]
    if not known:
        print("pip-audit: the list of known weaknesses cannot be reached: skipped")
        return
    for library in weak:
        names = ", ".join(weakness["id"] for weakness in library["vulns"])
        print(f"{library['name']} {library['version']}: {names}")
    print(f"pip-audit: {len(weak)} of {len(known)} libraries have a known weakness")
    sys.exit(bool(weak))


if __name__ == "__main__":
    main()
