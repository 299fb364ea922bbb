"""Encounters: who, how, when, what was done and given, what was noted and promised.

Where a constraint or an index begins with a foreign key, the key needs no index of its own
(`db_index=False`). A key that is mostly empty has an index of the rows that hold one:
counted with the empty ones, it looks to SQLite's planner as if it found everything, and
the planner reads the whole table by another road.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import now
from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet, Record, where_set
from alongside.journeys.models import Concern
from alongside.people.models import AboutPerson
from alongside.team.models import Account, Listed, Program, Site

#: A day and a night: longer is a slip of the pen.
LONGEST_MINUTES = 720


class Craft(models.TextChoices):
    RECOVERY_COACHING = "rc", _("Recovery coaching")
    HARM_REDUCTION = "hr", _("Harm reduction")


class Contact(Record):
    """One encounter with one person, several, or a circle."""

    class How(models.TextChoices):
        IN_PERSON = "in_person", _("in person")
        PHONE = "phone", _("by phone")
        VIDEO = "video", _("by video")
        TEXT = "text", _("by text message")
        EMAIL = "email", _("by e-mail")
        MAIL = "mail", _("by letter or parcel")
        OUTREACH = "outreach", _("in outreach")
        NOT_KNOWN = "not_known", _("not known")

    class When(models.TextChoices):
        TIME = "time", _("the time is known")
        DAY = "day", _("only the day is known")
        NOT_KNOWN = "not_known", _("the day is not known")

    program = models.ForeignKey(Program, models.PROTECT, related_name="+", db_index=False)
    how = models.CharField(_("how"), max_length=10, choices=How, default=How.IN_PERSON)
    site = models.ForeignKey(Site, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("when"), null=True, blank=True, default=now)
    when_known = models.CharField(max_length=10, choices=When, default=When.TIME)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MaxValueValidator(LONGEST_MINUTES)]
    )
    is_circle = models.BooleanField(_("a group or circle"), default=False)
    circle_name = models.CharField(_("name of the circle"), max_length=80, blank=True)
    others = models.PositiveSmallIntegerField(
        _("people there who are not named"), default=0, validators=[MaxValueValidator(2000)]
    )
    staff = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    staff_name = models.CharField(max_length=80, blank=True)  # an old list's spelling, not ours
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    batch_id = models.UUIDField(null=True, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["program", "at"], name="contact_by_time"),
            where_set("batch_id"),
        ]

    @property
    def for_what(self):
        """The concerns its moves were for, each once; of a contact read with `moves_with`."""
        rows = [row for made in self.moves.all() for row in made.made_for]
        return list({row.concern_id: row.concern.name for row in rows}.values())


class Attendance(AboutPerson):
    """A named person in a contact, and what it was about for them."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="attendances", db_index=False)
    matter = SealedText(_("what it was about, in their words"), blank=True, max_length=300)
    at = models.DateTimeField(null=True)  # as the contact's, so that "latest" needs no join

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact", "recoveree"], name="attends_once")
        ]
        indexes = [models.Index(fields=["recoveree", "at", "contact"], name="attendance_latest")]


class Move(Listed):
    """Something a coach does, of one craft or the other."""

    craft = models.CharField(_("which list"), max_length=2, choices=Craft)


class MoveMade(Record):
    """A move, made in a contact. Nothing is ticked beforehand."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="moves", db_index=False)
    move = models.ForeignKey(Move, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "move"], name="move_once")]


class MoveFor(Record):
    """What a move was for: a concern of one person who was there.

    A row of its own, so that in a circle nobody's record tells of another's concern.
    """

    made = models.ForeignKey(MoveMade, models.CASCADE, related_name="concerns", db_index=False)
    concern = models.ForeignKey(Concern, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["made", "concern"], name="move_for_a_concern_once")
        ]


class Item(Listed):
    """Something that can be given."""

    class Category(models.TextChoices):
        NALOXONE = "naloxone", _("Naloxone")
        TEST_STRIPS = "test_strips", _("Test strips")
        SUPPLIES = "supplies", _("Supplies")
        OTHER = "other", _("Other things")

    category = models.CharField(_("kind of thing"), max_length=12, choices=Category)
    unit = models.CharField(_("counted by"), max_length=20, blank=True)


class PutAway(Record):
    """A row of the common list that a program does not use. Its history keeps the name."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    move = models.ForeignKey(Move, models.PROTECT, null=True, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "move"], name="move_put_away_once"),
            models.UniqueConstraint(fields=["program", "item"], name="item_put_away_once"),
        ]


class Given(Record):
    """How many of an item were given in a contact."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="given", db_index=False)
    item = models.ForeignKey(Item, models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField(
        _("how many"), validators=[MinValueValidator(1), MaxValueValidator(10_000)]
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "item"], name="given_once")]


class Reversal(Record):
    """Overdoses reversed that somebody told us of, in a contact. Counts, no names."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="reversals")
    count = models.PositiveSmallIntegerField(
        _("reversals told"), validators=[MinValueValidator(1), MaxValueValidator(50)]
    )


class Note(AboutPerson):
    """A signed note about one person. Never edited: a later note corrects it."""

    class Origin(models.TextChoices):
        COACH = "coach", _("written by the coach")
        TOGETHER = "together", _("written together")
        OLD_SYSTEM = "old_system", _("the old system's words")

    contact = models.ForeignKey(
        Contact, models.CASCADE, null=True, related_name="notes", db_index=False
    )
    body = SealedText(_("note"), max_length=20_000)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.COACH)
    at = models.DateTimeField(null=True, default=now)
    corrects = models.ForeignKey(
        "self", models.CASCADE, null=True, related_name="corrections", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["recoveree", "at", "id"],
                condition=Q(contact=None, corrects=None),
                name="note_alone_latest",
            ),
            where_set("contact"),
            where_set("corrects"),
        ]


class CircleNote(Record):
    """A note about a circle as a whole: no names in it. Sealed for the program's organization."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="circle_notes")
    body = SealedText(_("note"), max_length=20_000)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    @property
    def sealed_for(self):
        return self.contact.program.organization_id


class Promise(AboutPerson):
    """Something that was promised to a person, for a day if there is one yet."""

    class Outcome(models.TextChoices):
        KEPT = "kept", _("kept")
        LET_GO = "let_go", _("let go, together")

    contact = models.ForeignKey(
        Contact, models.CASCADE, null=True, related_name="promises", db_index=False
    )
    words = SealedText(_("what was promised"), max_length=500)
    due_on = models.DateField(_("for when"), null=True, blank=True)
    coach = models.ForeignKey(Account, models.PROTECT, related_name="+")  # who holds it now
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["coach", "due_on"], condition=Q(ended_at=None), name="promise_open"
            ),
            models.Index(fields=["recoveree", "created_at", "id"], name="promise_latest"),
            where_set("contact"),
        ]


class Appointment(AboutPerson):
    """A time to meet. A moved one ends and a new one begins."""

    class Outcome(models.TextChoices):
        MET = "met", _("we met")
        NOT_MET = "not_met", _("we did not meet")
        MOVED = "moved", _("moved to another time")
        CALLED_OFF = "called_off", _("called off")

    coach = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    how = models.CharField(
        _("how"), max_length=10, choices=Contact.How, default=Contact.How.IN_PERSON
    )
    place = SealedText(_("where"), blank=True, max_length=300)
    matter = SealedText(_("what for"), blank=True, max_length=500)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["coach", "at"], condition=Q(ended_at=None), name="appointment_open"
            ),
            models.Index(fields=["recoveree", "at", "id"], name="appointment_latest"),
        ]


class CallWish(AboutPerson):
    """A person wants to be called now and then: telephone recovery support."""

    coach = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    every_days = models.PositiveSmallIntegerField(
        _("days between calls"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(366)],
    )
    next_on = models.DateField(_("next call"))
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recoveree"], condition=Q(ended_at__isnull=True), name="one_call_wish"
            )
        ]


class CallAttempt(AboutPerson):
    """One try to reach a person by phone, and what came of it."""

    class Outcome(models.TextChoices):
        TALKED = "talked", _("we talked")
        LEFT_MESSAGE = "left_message", _("left a message")
        NO_ANSWER = "no_answer", _("no answer")
        NOT_NOW = "not_now", _("answered, not a good time")
        WRONG_NUMBER = "wrong_number", _("the number did not work")
        NO_MORE_CALLS = "no_more_calls", _("asked us not to call")

    at = models.DateTimeField(default=now)
    outcome = models.CharField(_("what came of it"), max_length=14, choices=Outcome)
    way_id = models.UUIDField(null=True)
    words = SealedText(_("a word on it"), blank=True, max_length=1000)
    next_on = models.DateField(_("next call"), null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["recoveree", "at", "id"], name="attempt_latest")]
