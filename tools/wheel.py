"""What a wheel holds beside the package: the npm parts of pages. Their licences: NOTICE.

Nothing of them lies in the repository, so a wheel can only be built where `make setup` has
brought them and compiled the words of the other languages. `make wheel` does both.
"""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PARTS = [
    "govuk-frontend/dist/govuk/govuk-frontend.min.css",
    "htmx.org/dist/htmx.min.js",
]
WORDS = "src/alongside/locale/es/LC_MESSAGES/django.mo"


class Parts(BuildHookInterface):
    def initialize(self, version, build_data):
        if version == "editable":  # the repository itself: they lie in node_modules
            return
        root = Path(self.root)
        wanted = {root / "node_modules" / part: f"alongside/node_modules/{part}" for part in PARTS}
        if missing := [file for file in [*wanted, root / WORDS] if not file.is_file()]:
            names = ", ".join(str(file.relative_to(root)) for file in missing)
            raise FileNotFoundError(f"Not here yet: {names}. Run `make setup` first.")
        build_data["force_include"].update({str(file): name for file, name in wanted.items()})
