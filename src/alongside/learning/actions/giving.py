"""Certificates with their signed badges: given, and taken back."""

from datetime import datetime
from secrets import token_hex
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import trail
from alongside.common.clock import begin_of, local_day, now, today
from alongside.common.errors import NotAllowed
from alongside.learning.actions.signing import Address, signed, signing_key
from alongside.learning.badges import Alignment, Badge, Hashed, credential
from alongside.learning.editions import course_of
from alongside.learning.models import Certificate, CohortDay, Participant, Trainer
from alongside.learning.policies.completing import check_is_complete
from alongside.learning.queries.attendance import Standing, standing_of
from alongside.team.models import Account


@transaction.atomic
def give_certificate(
    *,
    participant: Participant,
    chosen_name: str,
    by: Account,
    address: Address,
    email: str = "",
) -> Certificate:
    """Say that somebody completed the course, if they did. Given once; asked again it is found.

    email: goes into the badge as a fingerprint, only if the graduate wants that.
    """
    Participant.objects.select_for_update().get(pk=participant.pk)
    if known := Certificate.objects.live().filter(participant=participant).first():
        return known
    standing = standing_of(participant)
    check_is_complete(standing.missing)
    row = _certificate(standing, chosen_name, by)
    key = signing_key(participant.cohort.program.organization)
    told = credential(_badge(row, standing, address, email))
    row.key, row.badge = key, signed(told, key, address)
    row.save(force_insert=True)
    trail.record("certificate.give", row, by=by)
    return row


def _certificate(standing: Standing, chosen_name: str, by: Account) -> Certificate:
    participant = standing.participant
    cohort, course = participant.cohort, course_of(participant.cohort)
    days = list(CohortDay.objects.filter(cohort=cohort).order_by("number"))
    trainers = Trainer.objects.live().filter(cohort=cohort).select_related("account")
    return Certificate(
        id=uuid4(),
        participant=participant,
        chosen_name=chosen_name,
        course=course.title.said(cohort.language)[:200],
        version=course.edition,
        minutes=standing.minutes,
        tags=standing.tags,
        trainers=", ".join(sorted(row.account.name for row in trainers))[:300],
        begun_on=local_day(days[0].begins_at),
        ended_on=local_day(days[-1].begins_at),
        issued_on=today(),
        by=by,
    )


def _badge(row: Certificate, standing: Standing, address: Address, email: str) -> Badge:
    cohort = row.participant.cohort
    course, organization = course_of(cohort), cohort.program.organization
    issued: datetime = now().replace(microsecond=0)
    return Badge(
        url=address("badge", row.pk),
        subject=f"urn:uuid:{uuid4()}",
        issuer_url=address("badge-issuer", organization.pk),
        issuer_name=organization.name,
        issuer_home=address("badge-issuer", organization.pk),
        achievement_url=address("badge-achievement", cohort.edition_id),
        name=row.course,
        description=course.about.said(cohort.language),
        criteria=course.completion.text.said(cohort.language),
        hours=row.minutes / 60,
        begun=begin_of(row.begun_on),
        ended=begin_of(row.ended_on),
        issued=issued,
        status_url=address("badge-revoked", organization.pk),
        holder=Hashed(email, token_hex(8)) if email else None,
        alignments=_alignments(standing, address),
    )


def _alignments(standing: Standing, address: Address) -> list[Alignment]:
    cohort = standing.participant.cohort
    course, page = course_of(cohort), address("badge-achievement", cohort.edition_id)
    return [
        Alignment(
            name=named.title.said(cohort.language),
            url=f"{page}#{framework.key}-{named.key}",
            framework=framework.title,
            code=named.key,
        )
        for framework in course.frameworks
        for named in framework.codes
        if standing.tags.get(framework.key, {}).get(named.key)
    ]


@transaction.atomic
def take_back(*, certificate: Certificate, because: str, by: Account) -> None:
    """It was given by mistake. Whoever verifies it learns that it holds no more, and not why."""
    if not because.strip():
        raise NotAllowed(_("Say in a few words why."))
    row = Certificate.objects.live().select_for_update().filter(pk=certificate.pk).first()
    if row is None:
        return
    row.ended_at, row.ended_because = now(), because
    row.save(update_fields=["ended_at", "ended_because"])
    trail.record("certificate.end", row, by=by)
