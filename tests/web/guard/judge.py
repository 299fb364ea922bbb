"""What a page must not be, whatever somebody typed: read as a browser reads it."""

import re
from html.parser import HTMLParser

NONCE = re.compile(r" 'nonce-[^']+'")
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster"}
SCHEMES = re.compile(r"^(?:[/#?]|https?:|tel:|sms:|mailto:|data:image/|$)")


class Judge(HTMLParser):
    """Gathers the breaches of one page."""

    def __init__(self):
        super().__init__()
        self.breaches, self.inside = [], ""

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        self.breaches += [f"attribute {n} in {tag}" for n in said if n.startswith("on")]
        self.breaches += [f"attribute style in {tag}"] if "style" in said else []
        self.breaches += [
            f"address in {tag}: {said[name][:40]}"
            for name in ADDRESSES & set(said)
            if not SCHEMES.match(said[name].strip().lower())
        ]
        if tag.startswith("x-") or tag in ("iframe", "object", "embed", "base"):
            self.breaches.append(f"element {tag}")
        is_data = said.get("type") == "application/json"
        self.inside = tag if tag in ("script", "style") and not is_data else ""

    def handle_data(self, data):
        if self.inside and data.strip():
            self.breaches.append(f"inline {self.inside}: {data.strip()[:40]}")

    def handle_endtag(self, tag):
        self.inside = ""


def breaches_of(response) -> list[str]:
    """What is wrong with an answer. Files are judged elsewhere."""
    found = ["server error"] if response.status_code >= 500 else []
    if response.streaming or not response.get("Content-Type", "").startswith("text/html"):
        return found
    policy = sorted(part.strip() for part in response["Content-Security-Policy"].split(";"))
    if [NONCE.sub("", part) for part in policy] != sorted(POLICY.split("; ")):
        found.append(f"policy: {policy}")
    html = response.content.decode()
    judge = Judge()
    judge.feed(html)
    return found + judge.breaches + (["a template was run"] if "evaluated" in html else [])
