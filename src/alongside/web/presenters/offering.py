"""How a measure stands in a program, in words."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from alongside.journeys.measures import Licence
from alongside.journeys.queries.measures import MeasureShown


@dataclass
class LicenceWords:
    tag: str
    tone: str
    says: str


def licence_words(shown: MeasureShown) -> LicenceWords:
    match shown.licence:
        case Licence.FREE:
            return LicenceWords(_("free to use"), "calm", "")
        case Licence.PERMISSION_ON_FILE:
            return LicenceWords(_("permission on file"), "calm", "")
        case Licence.ASK:
            says = _("Ask its owner. Once they say yes, put their permission on file here.")
            return LicenceWords(_("ask its owner first"), "quiet", says)
    says = _("Its owner takes money for it, or does not allow what we do. A license changes that.")
    return LicenceWords(_("not free"), "quiet", says)


def wording_words(shown: MeasureShown) -> list[tuple[str, bool]]:
    """Each language with whether its sentences are here; none where the wording is ours."""
    if shown.measure.wording != "program":
        return []
    return [(str(name), code in shown.wording) for code, name in settings.LANGUAGES]
