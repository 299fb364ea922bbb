"""The figures of one month of a program."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from alongside.contacts.models import Contact, Item
from alongside.contacts.queries import figures
from alongside.statistics.suppression import Hidden, Shown, suppress


@dataclass(frozen=True)
class Line:
    """One figure. `rows` is the filter that opens the contacts behind it."""

    label: str
    count: Shown
    rows: str = ""
    minutes: int | None = None

    @property
    def is_hidden(self) -> bool:
        return isinstance(self.count, Hidden)

    @property
    def is_few(self) -> bool:
        return self.count is Hidden.FEW


@dataclass(frozen=True)
class Block:
    """Figures that belong together. With a total, they are parts that add up to it."""

    key: str
    title: str
    lines: tuple[Line, ...]
    total: Line | None = None
    is_public: bool = True

    @property
    def has_minutes(self) -> bool:
        """Whether each line tells its minutes; where they are left out, only the sum does."""
        return any(line.minutes is not None for line in self.lines)


@dataclass(frozen=True)
class Month:
    """A calendar month, in the program's time zone."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def next(self) -> "Month":
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def previous(self) -> "Month":
        return Month(self.year - (self.number == 1), (self.number - 2) % 12 + 1)

    @property
    def key(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    def span(self, program) -> figures.Span:
        return figures.Span(program, _midnight(self.first), _midnight(self.next.first))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def figures_of(program, month: Month) -> list[Block]:
    """Every figure of a month, exact, in about eight queries."""
    span = month.span(program)
    kinds = list(figures.contacts_by(span, "how", "is_circle"))
    blocks = [
        _people(span),
        _contacts(kinds),
        _circles(kinds),
        _presence(kinds, figures.attendances(span)),
        *_given(figures.given_by_item(span)),
        _reversals(span),
        _by_site(span),
        _by_coach(span),
    ]
    return [block for block in blocks if block.lines]


def public_figures_of(program, month: Month) -> list[Block]:
    """What may leave the program: no coaches, small counts left out beyond finding."""
    least = program.small_count
    blocks = [_suppressed(b, least) for b in figures_of(program, month) if b.is_public]
    is_told_elsewhere = any(
        b.key in ("people", "circles", "presence") and _hides(b.lines) for b in blocks
    )
    return [_without_presence(b) if is_told_elsewhere else b for b in blocks]


def _hides(lines: tuple[Line, ...]) -> bool:
    return any(line.is_hidden for line in lines)


def _without_presence(block: Block) -> Block:
    """How often named people were there all but tells how many circles there were.

    And where one of the two is small, the other one and how many different people there
    were can tell it: thirteen people, met eleven times otherwise, were twice in a circle.
    The other way round, a hundred and twenty times at twelve circles are ten people at least.
    """
    if block.key != "presence":
        return block
    in_circle, otherwise, not_named = block.lines
    gone = (replace(line, count=Hidden.NOT_SHOWN) for line in (in_circle, otherwise))
    return replace(block, lines=(*gone, not_named))


def _suppressed(block: Block, least: int) -> Block:
    counts = [line.count for line in block.lines]
    table = suppress(counts, least=least, with_total=block.total is not None)
    lines = [
        replace(line, count=shown, minutes=None, rows="")
        for line, shown in zip(block.lines, table.cells, strict=True)
    ]
    total = block.total and replace(
        block.total,
        count=table.total,
        minutes=None if isinstance(table.total, Hidden) else block.total.minutes,
        rows="",
    )
    return replace(block, lines=tuple(lines), total=total)


def _people(span) -> Block:
    line = Line(_("different people, known by name or code"), figures.people_met(span), "named=1")
    return Block("people", _("People met"), (line,))


def _contacts(kinds) -> Block:
    names = dict(Contact.How.choices)
    lines = [
        Line(
            names[how],
            _sum(kinds, "contacts", how=how),
            urlencode({"how": how}),
            minutes=_sum(kinds, "all_minutes", how=how),
        )
        for how in names
        if any(kind["how"] == how for kind in kinds)
    ]
    return Block("contacts", _("Contacts"), tuple(lines), _all_contacts(kinds))


def _all_contacts(rows) -> Line:
    return Line(
        _("all contacts"), _sum(rows, "contacts"), "all=1", minutes=_sum(rows, "all_minutes")
    )


def _circles(kinds) -> Block:
    names = {True: _("groups and circles"), False: _("other contacts")}
    lines = tuple(
        Line(
            name,
            _sum(kinds, "contacts", is_circle=kind),
            f"circle={kind:d}",
            minutes=_sum(kinds, "all_minutes", is_circle=kind),
        )
        for kind, name in names.items()
    )
    return Block("circles", _("Groups and circles"), lines, _all_contacts(kinds))


def _presence(kinds, named) -> Block:
    """Times somebody was there: no count of people, and never added to one."""
    lines = (
        Line(_("times a named person was in a circle"), named[True], "circle=1&named=1"),
        Line(_("times a named person was met otherwise"), named[False], "circle=0&named=1"),
        Line(_("people there who were not named"), _sum(kinds, "headcount"), "others=1"),
    )
    return Block("presence", _("Who was there"), lines)


def _given(rows) -> list[Block]:
    """A block for each kind of thing; naloxone with its sum."""
    rows, blocks = list(rows), []
    for category in Item.Category:
        lines = tuple(
            Line(_item_name(row), row["count"], urlencode({"item": row["item"]}))
            for row in rows
            if row["item__category"] == category
        )
        total = None
        if category == Item.Category.NALOXONE:
            total = Line(_("naloxone kits in all"), sum(n.count for n in lines), "naloxone=1")
        blocks.append(Block(f"given_{category.value}", str(category.label), lines, total))
    return blocks


def _item_name(row) -> str:
    return _(row["item__name"]) if row["item__key"] else row["item__name"]


def _reversals(span) -> Block:
    line = Line(_("overdoses reversed, as told to us"), figures.reversals_told(span), "reversals=1")
    return Block("reversals", _("Reversals"), (line,))


def _by_site(span) -> Block:
    rows = list(figures.contacts_by(span, "site", "site__name"))
    lines = [
        Line(
            row["site__name"] or _("elsewhere"),
            row["contacts"],
            urlencode({"site": row["site"] or "none"}),
            minutes=row["all_minutes"],
        )
        for row in rows
    ]
    lines.sort(key=lambda line: line.label.casefold())
    return Block("sites", _("By site"), tuple(lines), _all_contacts(rows))


def _by_coach(span) -> Block:
    rows = list(figures.contacts_by(span, "staff", "staff__name", "staff_name"))
    lines = [
        Line(
            row["staff__name"] or row["staff_name"] or _("not known"),
            row["contacts"],
            urlencode(
                {"coach": row["staff"]}
                if row["staff"]
                else {"spelt": figures.spelling_key(row["staff_name"])}
            ),
            minutes=row["all_minutes"],
        )
        for row in rows
    ]
    lines.sort(key=lambda line: line.label.casefold())
    return Block("coaches", _("By coach"), tuple(lines), _all_contacts(rows), is_public=False)


def _sum(rows, name, **where) -> int:
    return sum(row[name] for row in rows if all(row[k] == v for k, v in where.items()))
