"""A course as pages on this computer, read anew at every look. For one person: no sign-in."""

from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from alongside.jobs.curriculum import drawing
from alongside.jobs.errors import Failed
from alongside.learning.curricula import Course, NotACourse, load

#: No scripts, nothing from elsewhere; the style is in the page.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
HERE = ("127.0.0.1", "localhost")


class Pages(BaseHTTPRequestHandler):
    def __init__(self, *told, folder: Path) -> None:
        self.folder = folder
        super().__init__(*told)

    def do_GET(self) -> None:
        status, body = drawn(self.folder, self.path)
        if self.headers.get("Host", "").rpartition(":")[0] not in HERE:
            status, body = 421, drawing.page("Not here", "<p>Open it on this computer.</p>")
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_told) -> None:
        """Quiet: the terminal belongs to whoever writes."""


def drawn(folder: Path, path: str) -> tuple[int, str]:
    """(status, page) for an address; what is to mend, where the course cannot be read."""
    try:
        course = load(folder)
    except NotACourse as fault:
        return 200, drawing.to_mend(fault.problems)
    except FileNotFoundError as fault:
        return 404, drawing.page("No course", f"<p>{fault}</p>")
    body = _body(course, path.partition("?")[0].strip("/").split("/"))
    if body is None:
        return 404, drawing.page("Not here", '<p>There is no such page. <a href="/">Back</a></p>')
    return 200, body


def _body(course: Course, path: list[str]) -> str | None:
    match path:
        case [""]:
            return drawing.contents(course)
        case ["parts", said] if said in course.languages:
            return drawing.parts(course, said)
        case [key, "guide"] if key in course.by_key:
            return drawing.guide(course, course.module(key))
        case [key, "handout", said] if key in course.by_key and said in course.languages:
            return drawing.handout(course, course.module(key), said)
    return None


def preview(folder: Path, *, port: int) -> None:
    """Serve the course's pages on this computer alone, until Ctrl+C."""
    if not (folder / "course.yaml").is_file():
        raise Failed(f"{folder} has no course.yaml. Give the folder of a course.")
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Pages, folder=folder))
    except OSError:
        raise Failed(f"Port {port} is in use. Choose another with --port.") from None
    click.echo(f"http://localhost:{server.server_port} shows {folder}. Stop with Ctrl+C.")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("")
    finally:
        server.server_close()
