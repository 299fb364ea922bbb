"""The people a program walks with, and what they chose to say of themselves.

Change over time is rows, never columns: "now" is the latest row, and nothing written is
overwritten. Whatever is free text about a person is sealed under that person's own key.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import now, today
from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet, Record
from alongside.team.models import Account, Program


class RecovereeQuerySet(models.QuerySet):
    def standing_alone(self):
        """Without the records that are joined into another one."""
        return self.filter(~Exists(Join.objects.live().filter(joined=OuterRef("pk"))))

    def living(self):
        """Without the people whose death has been recorded."""
        deaths = Death.objects.live()
        joined = Join.objects.live().filter(
            standing=OuterRef("pk"), joined__in=deaths.values("recoveree")
        )
        return self.filter(~Exists(deaths.filter(recoveree=OuterRef("pk"))), ~Exists(joined))


class Recoveree(Record):
    """A person. All it takes is what to call them: any word, or a code."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    called = SealedText(_("What shall I call you?"), max_length=120)

    objects = RecovereeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["program", "-id"], name="people_newest")]

    @property
    def sealed_for(self):
        return self.pk

    @property
    def recoveree_id(self):
        return self.pk

    def __str__(self):
        return self.called


class AboutPerson(Record):
    """Base of every row that tells something of one person."""

    recoveree = models.ForeignKey(Recoveree, models.PROTECT, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def sealed_for(self):
        return self.recoveree_id


class Reply(models.TextChoices):
    """How a question was met. Skipped is not *no*, and neither is *rather not say*."""

    ANSWERED = "answered", _("answered")
    NO = "no", _("no, or none")
    RATHER_NOT = "rather_not", _("would rather not say")
    SKIPPED = "skipped", _("skipped for now")


class Answer(AboutPerson):
    """One reply to one question of `people/questions.py`. The latest one counts."""

    question = models.CharField(max_length=40)
    reply = models.CharField(max_length=12, choices=Reply)
    words = SealedText(blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["recoveree", "question", "at"], name="answer_latest")]


class Permission(models.TextChoices):
    """May one leave a message, or say who is calling?"""

    YES = "yes", _("yes")
    NO = "no", _("no")
    PARTLY = "partly", _("only as described")
    NOT_ASKED = "not_asked", _("not asked yet")


class Way(AboutPerson):
    """One way to reach a person safely, shown wherever a call or message is offered."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("phone call")
        TEXT = "text", _("text message")
        EMAIL = "email", _("e-mail")
        MAIL = "mail", _("letter")
        IN_PERSON = "in_person", _("in person, at a place")
        THROUGH = "through", _("through somebody")
        OTHER = "other", _("another way")

    kind = models.CharField(_("how"), max_length=10, choices=Kind)
    address = SealedText(_("number, address or place"), max_length=300)
    times = SealedText(_("good times"), blank=True, max_length=200)
    may_leave_message = models.CharField(
        _("may we leave a message?"),
        max_length=10,
        choices=Permission,
        default=Permission.NOT_ASKED,
    )
    may_say_who = models.CharField(
        _("may we say who is calling?"),
        max_length=10,
        choices=Permission,
        default=Permission.NOT_ASKED,
    )
    care = SealedText(_("what to take care of"), blank=True, max_length=500)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()


class WishedWord(AboutPerson):
    """A word that a person wants used for them, or does not want."""

    word = SealedText(_("the word"), max_length=100)
    is_wanted = models.BooleanField(default=True)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()


class Ally(AboutPerson):
    """Somebody on the person's side, and what they may know."""

    class Knows(models.TextChoices):
        NOTHING = "nothing", _("nothing: not even that we know this person")
        THAT = "that", _("that we are in touch")
        HOW = "how", _("how things are going")
        AS_SAID = "as_said", _("only what is written below")

    name = SealedText(_("name"), max_length=120)
    relation = SealedText(_("who they are to you"), blank=True, max_length=120)
    address = SealedText(_("how to reach them"), blank=True, max_length=300)
    knows = models.CharField(
        _("what they may know"), max_length=10, choices=Knows, default=Knows.NOTHING
    )
    knows_words = SealedText(_("in your words"), blank=True, max_length=1000)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()


class Statement(AboutPerson):
    """Recovery in the person's own words, as of a day. Theirs; may be empty; never computed."""

    words = SealedText(_("What recovery means to you, in your words"), blank=True, max_length=4000)
    said_on = models.DateField(_("said on"), default=today)


class Whereabouts(AboutPerson):
    """Where a person is from a day on, until the next row says otherwise."""

    class Kind(models.TextChoices):
        ON_MY_OWN = "on_my_own", _("on my own")
        SERVICE = "service", _("in a service")
        HOSPITAL = "hospital", _("in hospital")
        INSIDE = "inside", _("inside (jail or prison)")
        SAFE_PLACE = "safe_place", _("somewhere safe")
        NOT_KNOWN = "not_known", _("not known")

    kind = models.CharField(_("where I am"), max_length=12, choices=Kind)
    place = SealedText(_("which place or level of care"), blank=True, max_length=300)
    since = models.DateField(_("since"), default=today)
    said_by_person = models.BooleanField(_("the person said so"), default=True)


class Pairing(AboutPerson):
    """A coach walks with a person, from a day to a day."""

    coach = models.ForeignKey(Account, models.PROTECT, related_name="+")
    since = models.DateField(_("since"), default=today)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recoveree", "coach"],
                condition=Q(until__isnull=True),
                name="pairing_once_at_a_time",
            )
        ]


class HandOver(AboutPerson):
    """What the next coach is told: what is urgent, and what was promised."""

    from_coach = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    to_coach = models.ForeignKey(Account, models.PROTECT, related_name="+")
    urgent = SealedText(_("what is urgent now"), blank=True, max_length=4000)
    promised = SealedText(_("what was promised"), blank=True, max_length=4000)
    seen_at = models.DateTimeField(null=True, editable=False)


class Rhythm(AboutPerson):
    """A journey rests, or wakes. It has no end that a program can impose."""

    class Kind(models.TextChoices):
        AWAKE = "awake", _("walking")
        RESTING = "resting", _("resting")

    kind = models.CharField(max_length=8, choices=Kind)
    on = models.DateField(_("from"), default=today)
    said_by_person = models.BooleanField(_("the person asked for it"), default=False)
    words = SealedText(_("a word on it, if you like"), blank=True, max_length=1000)


class Pause(AboutPerson):
    """A pause for someone's safety: with a reason, an end, and a way to appeal."""

    reason = SealedText(_("the reason, as the person was told it"), max_length=2000)
    since = models.DateField(_("from"), default=today)
    until = models.DateField(_("until"))
    appeal_to = SealedText(_("how to appeal, and to whom"), max_length=500)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()


class Appeal(AboutPerson):
    """A person's word against a pause, and the answer."""

    pause = models.ForeignKey(Pause, models.PROTECT, related_name="appeals")
    words = SealedText(_("in the person's words"), max_length=4000)
    answer = SealedText(_("the answer"), blank=True, max_length=4000)
    answered_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, editable=False)


class Death(AboutPerson):
    """A death, recorded with care: the person leaves lists, calls and reminders."""

    on = models.DateField(_("day, if known"), null=True, blank=True)
    words = SealedText(_("what you want to keep"), blank=True, max_length=4000)
    ended_at = models.DateTimeField(null=True, editable=False)  # it was a mistake

    objects = EndedQuerySet.as_manager()


class SupportOffer(Record):
    """After a death: support offered to a coach who walked with the person."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    recoveree = models.ForeignKey(Recoveree, models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    wants_talk = models.BooleanField(null=True)


class Join(Record):
    """Two records that are one person. No row moves, so a join can be undone.

    `kept` may itself be joined into a third record later. `standing` is the one at the
    end of that line, kept up to date by `actions/joining.py`, so that reading takes one step.
    """

    kept = models.ForeignKey(Recoveree, models.PROTECT, related_name="+")
    joined = models.ForeignKey(Recoveree, models.PROTECT, related_name="+")
    standing = models.ForeignKey(Recoveree, models.PROTECT, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["joined"], condition=Q(ended_at__isnull=True), name="joined_once"
            ),
            models.CheckConstraint(condition=~Q(kept=models.F("joined")), name="join_of_two"),
        ]

    @property
    def recoveree_id(self):
        return self.kept_id


class OwnWord(AboutPerson):
    """The person's own words on anything in their record; "not how I see it" is one of them.

    `about_kind` and `about_id` name the row, as the trail does (`contacts.note`).
    """

    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    words = SealedText(_("your own words"), blank=True, max_length=4000)
    is_not_how_i_see_it = models.BooleanField(_("this is not how I see it"), default=False)
    at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["recoveree", "about_id"], name="own_word_about")]


class OldWord(AboutPerson):
    """What an old system said of a person, kept as its words and never as a status."""

    heading = SealedText(max_length=200)
    words = SealedText(max_length=4000)
    source = SealedText(blank=True, max_length=200)
