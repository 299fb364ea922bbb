"""What a browser would send for a form, read from its page."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    """Collects the fields of every form, with what is filled in already."""

    def __init__(self):
        super().__init__()
        self.forms: list[dict] = []
        self.select = self.area = None

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag == "form":
            self.forms.append({"action": told.get("action", ""), "fields": [], "choices": []})
        if not self.forms:
            return
        form, name = self.forms[-1], told.get("name")
        if tag == "input" and name:
            self._input(form, name, told)
        elif tag == "textarea" and name:
            self.area = name
            form["fields"].append((name, ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and "selected" in told:
            form["fields"].append((self.select, told.get("value", "")))

    def _input(self, form, name, told):
        kind, value = told.get("type", "text"), told.get("value", "")
        if kind in ("checkbox", "radio"):
            form["choices"].append((name, value))
            if "checked" in told:
                form["fields"].append((name, value))
        elif kind not in ("submit", "file"):
            form["fields"].append((name, value))


def form_with(html: bytes, field: str) -> dict:
    """The form that holds a field whose name begins so: its fields, choices and action."""
    reader = _Reader()
    reader.feed(html.decode())
    for form in reader.forms:
        names = [name for name, _ in form["fields"] + form["choices"]]
        if any(name and name.startswith(field) for name in names):
            return form
    raise LookupError(f"No form with a field {field!r} on this page.")
