"""A short guide to each stage, for the coach: what both crafts look like there, and what helps.

Our own words, after the sources named below. It describes and does not prescribe: any of it
may fit any person on any day. Nobody outside the project has reviewed it yet, and the page
says so.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as translated
from django.utils.translation import gettext_noop as _

SOURCES = (
    "Osher FC, Kofoed LL (1989). Treatment of patients with psychiatric and psychoactive "
    "substance abuse disorders. Hospital and Community Psychiatry 40:1025–1030.",
    "Coon B (2020). Peer Support, or Harm Reduction, or Recovery Coaching? Recovery Review.",
    "Coon B (2026). Recovery Alliance Initiative: proposed stages of care. Recovery Review.",
)
#: By whom the guide was reviewed, and when; empty: not reviewed.
REVIEWED_BY = ""


@dataclass(frozen=True)
class Page:
    """What a coach may want to know of one stage, as lines to read."""

    recovery_coaching: tuple[str, ...]
    harm_reduction: tuple[str, ...]
    help: tuple[str, ...]

    def said(self) -> dict[str, list[str]]:
        """The lines in the reader's language."""
        return {name: [translated(line) for line in lines] for name, lines in vars(self).items()}


GUIDE = {
    "primary_prevention": Page(
        (
            _("Ask what is good now and what keeps it so."),
            _("Help find people, places and things to do that have nothing to do with use."),
        ),
        (
            _("Talk honestly about what is around, without scaring anyone."),
            _("Naloxone is for everybody, also for those who do not use."),
        ),
        (_("Youth groups, mentors, family programs, school and work support."),),
    ),
    "harm_reduction": Page(
        (
            _("Be somebody who comes back. Ask what they would like help with today."),
            _("Look for what they already do to look after themselves, and say that you see it."),
            _("Offer one small step, and go along if they like."),
        ),
        (
            _("Naloxone, clean supplies, test strips, and how to use them."),
            _("Talk about what is in the supply now, about not using alone, about going slow."),
            _("Wounds, veins, water, warmth and sleep come before plans."),
        ),
        (
            _("Syringe services, drug checking, street medicine, drop-in centers."),
            _("Medicine on the same day without conditions, where there is such a place."),
        ),
    ),
    "engagement": Page(
        (
            _("Listen more than you speak. Tell of yourself only what helps them."),
            _("Ask what they want, then ask again. Being of two minds is allowed."),
            _("Introduce people and places, one at a time, in person."),
        ),
        (
            _("Keep offering supplies and naloxone; trust grows on what is given without a price."),
            _("Talk about less, safer or other ways as goals in their own right."),
        ),
        (
            _("Recovery community centers, drop-ins, peer groups of any pathway."),
            _("A first visit to a clinic to look around, with no promise."),
        ),
    ),
    "stabilization": Page(
        (
            _("Make the next days small: sleep, food, a ride, a phone, somebody to call."),
            _("Go along to appointments; help with papers and with waiting."),
            _("Plan for the hard hours of the day, with names in it."),
        ),
        (
            _("After days without, the body is used to less: say so, and plan for it."),
            _("Naloxone at hand for them and for those they live with."),
            _("Medicine that holds is a success in itself, for as long as they want it."),
        ),
        (
            _("Withdrawal care, medicine for opioid use, bridge clinics in hospitals."),
            _("Shelter, respite, a safe place from somebody."),
        ),
    ),
    "active_treatment": Page(
        (
            _("Stay beside them while others treat. You are theirs, not the program’s."),
            _("Practice hard talks: with a counselor, a judge, a mother, a boss."),
            _("Link what happens in treatment with home, purpose and community."),
        ),
        (
            _("Use during treatment is news, not a breach. Ask how it was; look after safety."),
            _("If a program sends them away, nothing ends here. Look for another door together."),
        ),
        (
            _("Outpatient and residential care of all kinds, opioid treatment programs, therapy."),
            _("Mutual-aid groups of every pathway, in person and online."),
        ),
    ),
    "relapse_prevention": Page(
        (
            _("Learn together what comes before a hard day, and whom to call then."),
            _("Celebrate. Look at what they did themselves."),
            _("Ask for their plan in case of use, as calmly as for any other plan."),
        ),
        (
            _("A plan for safety in case of use belongs here: tolerance, not alone, naloxone."),
            _("Coming back after use is a strength. Ask what they need first."),
        ),
        (
            _("Recovery coaching by phone, groups, recovery houses, sober sports and arts."),
            _("Doctors who keep prescribing, and a pharmacy that is kind."),
        ),
    ),
    "recovery_management": Page(
        (
            _("Check in now and then, for years, as long as they like it."),
            _("Help give back: mentoring, volunteering, speaking, training as a coach."),
            _("Work, school, papers, credit, family: the long things."),
        ),
        (
            _("Naloxone stays in the bag, for others too."),
            _("Keep the door open for questions about any use, without a frown."),
        ),
        (
            _("Recovery community organizations, alumni groups, work and school programs."),
            _("A doctor, a dentist, and care for whatever waited."),
        ),
    ),
}


def guide_to(stage_key: str) -> Page | None:
    """The guide to a stage of the common list; a program's own stages have none."""
    return GUIDE.get(stage_key)
