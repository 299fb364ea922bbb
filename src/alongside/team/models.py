"""Organizations, their programs, the people who work there, and in which role."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import now, today
from alongside.common.fields import SealedText
from alongside.common.ids import new_id
from alongside.common.records import EndedQuerySet, Record
from alongside.team.roles import Role


class Organization(Record):
    """Who answers for one or more programs, and holds their keys and their trail."""

    name = models.CharField(_("name"), max_length=120)
    is_demo = models.BooleanField(default=False, editable=False)  # made-up people only

    @property
    def organization_id(self):
        return self.pk

    def __str__(self):
        return self.name


class Program(Record):
    """One program. Sister programs are strangers to each other's records."""

    class Walking(models.TextChoices):
        TOGETHER = "together", _("together: its coaches see all its people")
        OWN_PEOPLE = "own_people", _("own people: paired coaches and their supervisor")

    class Word(models.TextChoices):
        RECOVEREE = "recoveree", _("recoveree")
        PARTICIPANT = "participant", _("participant")
        GUEST = "guest", _("guest")
        MEMBER = "member", _("member")

    class Paper(models.TextChoices):
        """Named as typst names them."""

        LETTER = "us-letter", _("Letter (United States)")
        A4 = "a4", _("A4")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="programs")
    name = models.CharField(_("name"), max_length=120)
    walking = models.CharField(
        _("who walks with whom"), max_length=12, choices=Walking, default=Walking.TOGETHER
    )
    word = models.CharField(
        _("word for the people you serve"), max_length=12, choices=Word, default=Word.RECOVEREE
    )
    paper = models.CharField(
        _("paper in your printer"), max_length=9, choices=Paper, default=Paper.LETTER
    )
    crisis_line_name = models.CharField(_("name of your crisis line"), max_length=80, blank=True)
    crisis_line_phone = models.CharField(_("its number"), max_length=40, blank=True)
    quiet_days = models.PositiveSmallIntegerField(
        _("days after which Today says that someone has not been reached"), default=21
    )
    small_count = models.PositiveSmallIntegerField(
        _("counts below this are left out of published figures"), default=11
    )

    @property
    def program_id(self):
        return self.pk

    def __str__(self):
        return self.name


class Site(Record):
    """A place where a program meets people."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="sites")
    name = models.CharField(_("name"), max_length=80)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["program", "name"], name="site_name")]

    def __str__(self):
        return self.name


class Listed(Record):
    """Base of a row to choose from: of a common list, or of one program's own.

    Rows of the common list (a room's `lists.py`) have a key and no program, and show
    their name in the reader's language.
    """

    program = models.ForeignKey(Program, models.PROTECT, null=True, blank=True, related_name="+")
    key = models.CharField(max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=120)
    order = models.PositiveSmallIntegerField(default=100)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EndedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self):
        return gettext(self.name) if self.key else self.name


class AccountManager(BaseUserManager):
    """Accounts by e-mail address, which is compared without regard to capitals."""

    def get_by_natural_key(self, username):
        return self.get(email__iexact=username)

    def create_user(self, email, password=None, **fields):
        account = self.model(email=self.normalize_email(email), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Someone who signs in. What they may do hangs on their memberships alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="accounts")
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    language = models.CharField(max_length=10, blank=True)
    is_active = models.BooleanField(default=True)
    session_mark = models.CharField(max_length=32, blank=True, editable=False)
    links_made = models.PositiveIntegerField(default=0, editable=False)  # welcome links

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = AccountManager()

    def __str__(self):
        return self.name

    def _get_session_auth_hash(self, secret=None):
        """A session lives while this is the same: with a new mark, all of them end."""
        salt = "alongside.team.Account.session"
        words = f"{self.password}|{self.session_mark}"
        return salted_hmac(salt, words, secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name.split()[0] if self.name else ""


class MembershipQuerySet(models.QuerySet):
    def current(self, day=None):
        """Those that hold today: leaving a program shows its effect at the next request."""
        day = day or today()
        return self.filter(
            Q(until__isnull=True) | Q(until__gt=day), since__lte=day, account__is_active=True
        )


class Membership(Record):
    """An account's role in a program, from a day to a day."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="memberships")
    program = models.ForeignKey(Program, models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    supervised_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="supervises"
    )
    since = models.DateField(_("from"), default=today)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()


class CoachPage(Record):
    """What a coach chooses to share, so that people can choose their coach."""

    account = models.OneToOneField(Account, models.PROTECT, related_name="page")
    hello = SealedText(_("A few words of welcome"), blank=True, max_length=2000)
    lived_experience = SealedText(
        _("What I have lived through, as far as I want to share it"), blank=True, max_length=4000
    )
    languages = SealedText(_("Languages I speak"), blank=True, max_length=300)
    training = SealedText(_("What I have trained in"), blank=True, max_length=2000)
    is_shown = models.BooleanField(_("Show this page to my program"), default=False)

    @property
    def sealed_for(self):
        return self.account.organization_id


class WordChoice(Record):
    """A program's own say about a word: leave it alone, say otherwise, or look out for it."""

    class Kind(models.TextChoices):
        OWN = "own", _("Look out for it: it is a word of our own")
        INSTEAD = "instead", _("Suggest something else for it")
        LEAVE = "leave", _("Leave this word alone")

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    kind = models.CharField(_("What to do"), max_length=8, choices=Kind)
    language = models.CharField(_("Language"), max_length=8, choices=settings.LANGUAGES)
    rule = models.CharField(max_length=80, blank=True, editable=False)  # none for a word of its own
    word = SealedText(_("The word"), max_length=80)
    instead = SealedText(_("What to say instead"), max_length=120, blank=True)
    why = SealedText(_("Why"), max_length=300)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EndedQuerySet.as_manager()

    @property
    def sealed_for(self):
        return self.program.organization_id


class KeptForm(Record):
    """What was being typed when a session ended. Its key lies in one browser alone."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)
