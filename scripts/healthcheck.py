"""Docker's question to the web container: exit 0 when /healthz answers 200, else say why."""

import http.client
import os
import sys


def main() -> None:
    # Asked by a name the site answers to; the address itself need not be among them.
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].lstrip(".*") or "localhost"
    connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=8)
    connection.request("GET", "/healthz", headers={"Host": host})
    answer = connection.getresponse()
    if answer.status != 200:
        sys.exit(answer.read(500).decode(errors="replace"))


if __name__ == "__main__":
    main()
