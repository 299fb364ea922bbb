"""Keys by id, unwrapped once and kept in memory.

A page shows many people, each under a key of their own. So that the number of queries
does not grow with them, the first miss loads an organization's whole ring (wrapped,
about 200 bytes a person), and each key is unwrapped when it is first used.

A key made in a transaction is remembered only once that has been committed: until then
it hangs on the transaction, and goes with it when it is rolled back. A remembered key
that was never stored would seal words that nobody could open again.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from uuid import UUID

from django.db import connection, transaction

from alongside.common.inserts import Table
from alongside.common.models import Key
from alongside.common.sealing.cipher import (
    HEAD,
    Opener,
    SealBroken,
    key_id_of,
    new_key,
    seal,
    unseal,
)
from alongside.common.sealing.master import master_keys

_OUTERMOST = UUID(int=0)


class Ring:
    """Some keys: by their own id, by whom they belong to, and opened."""

    def __init__(self, keys: Iterable[Key] = ()):
        self.by_id: dict[UUID, Key] = {}
        self.id_by_owner: dict[UUID, UUID] = {}
        self.opened: dict[UUID, bytes] = {}
        self.add(keys)

    def add(self, keys: Iterable[Key]) -> None:
        for key in keys:
            self.by_id[key.pk] = key
            if key.kind != Key.Kind.ORGANIZATION:
                self.id_by_owner[key.owner_id] = key.pk

    def __call__(self) -> None:
        """What `on_commit` calls: these keys are stored now."""
        with _lock:
            _ring.add(self.by_id.values())
            _ring.opened.update(self.opened)


_lock = Lock()
_ring = Ring()
#: For each organization the newest key that was loaded: ids are in the order of making.
_newest: dict[UUID, UUID] = {}
#: Keys that are made and not stored yet, of whoever makes something ready.
_foreseen: ContextVar[tuple[Ring, ...]] = ContextVar("foreseen", default=())
#: What opens the values of a key, by the head that they all begin with.
_openers: dict[bytes, Opener] = {}


def forget() -> None:
    """Empty the memory of keys, after a rotation or a restore."""
    with _lock:
        for memory in (_ring.by_id, _ring.id_by_owner, _ring.opened, _newest, _openers):
            memory.clear()


def _pending() -> Iterator[Ring]:
    """The keys made in the transaction that is under way, which may yet be rolled back,
    and those made for one that is to come."""
    yield from _foreseen.get()
    for _, call, *_ in connection.run_on_commit:
        if isinstance(call, Ring):
            yield call


def _rings() -> Iterator[Ring]:
    yield _ring
    yield from _pending()


def _ring_with(key_id: UUID) -> Ring:
    """The ring that holds this key, loaded if it is not remembered. Raises SealBroken."""
    for ring in _rings():
        if key_id in ring.by_id:
            return ring
    _load(_stored(pk=key_id))
    return _ring


def _stored(**where) -> Key:
    key = Key.objects.filter(**where).first()
    if key is None:
        raise SealBroken("The key of a sealed value does not exist (any more).")
    return key


def _load(key: Key) -> None:
    """Remember this key, and with it all of its organization that are not remembered yet.

    Not those of the transaction under way: they are seen in it, but may be rolled back.
    """
    organization_id = key.organization_id
    newest = _newest.get(organization_id, _OUTERMOST)
    begin = min(newest, key.pk)  # keys made ready early are stored late, many at once
    ring = Key.objects.filter(organization_id=organization_id, pk__gt=begin)
    unsure = {key_id for pending in _pending() for key_id in pending.by_id}
    keys = [key, *(other for other in ring if other.pk not in unsure)]
    with _lock:
        _ring.add(keys)
        _newest[organization_id] = max(newest, *(other.pk for other in keys))


def _place(key: Key) -> bytes:
    return f"key|{key.kind}|{key.organization_id}|{key.owner_id}|{key.pk}".encode()


def _outer_material(key: Key) -> bytes:
    if key.wrapped_by_id is not None:
        return opened(key.wrapped_by_id)
    try:
        return master_keys()[key.master]
    except KeyError:
        raise SealBroken(f"The master key {key.master!r} is missing.") from None


def _unwrap(key: Key) -> bytes:
    return unseal(bytes(key.wrapped), key=_outer_material(key), place=_place(key))


def opened(key_id: UUID) -> bytes:
    """The bytes of one key. Raises SealBroken when it is gone or cannot be opened."""
    ring = _ring_with(key_id)
    if key_id not in ring.opened:
        try:
            plain = _unwrap(ring.by_id[key_id])
        except SealBroken:  # wrapped anew by another process since it was loaded
            plain = _unwrap(_stored(pk=key_id))
        ring.opened[key_id] = plain
    return ring.opened[key_id]


def organization_of(key_id: UUID) -> UUID:
    return _ring_with(key_id).by_id[key_id].organization_id


def _wrap(key: Key, plain: bytes, outer: Key | None) -> None:
    if outer is None:
        key.master, material = next(iter(master_keys().items()))
        key.wrapped_by, outer_id = None, _OUTERMOST
    else:
        key.master, material = "", opened(outer.pk)
        key.wrapped_by, outer_id = outer, outer.pk
    key.wrapped = seal(plain, key=material, key_id=outer_id, place=_place(key))


def _new_organization_key(organization_id: UUID) -> Key:
    key = Key(kind=Key.Kind.ORGANIZATION, organization_id=organization_id, owner_id=organization_id)
    _wrap(key, new_key(), None)
    key.save(force_insert=True)
    transaction.on_commit(Ring([key]))
    return key


def _organization_key(organization_id: UUID) -> Key:
    """The organization's key, locked: a rotation waits for whoever wraps under it.

    Asked for twice, because who waited for a rotation finds the old one gone.
    """
    stored = Key.objects.select_for_update().filter(
        kind=Key.Kind.ORGANIZATION, owner_id=organization_id
    )
    return stored.first() or stored.first() or _new_organization_key(organization_id)


@transaction.atomic
def make_keys(organization_id: UUID, owners: list[UUID], kind: Key.Kind) -> None:
    """One new key for each owner (people, or the organization itself), in two queries."""
    outer = _organization_key(organization_id)
    keys = [Key(kind=kind, organization_id=organization_id, owner_id=owner) for owner in owners]
    for key in keys:
        _wrap(key, new_key(), outer)
    Key.objects.bulk_create(keys, batch_size=500)
    transaction.on_commit(Ring(keys))


class NewKeys:
    """Keys for people to come: made now, stored in a later transaction.

    Within `with keys.at_hand():` they seal, for this thread alone.
    """

    def __init__(self, organization_id: UUID, owners: Iterable[UUID], kind: Key.Kind):
        outer = Key.objects.get(kind=Key.Kind.ORGANIZATION, owner_id=organization_id)
        self.organization_id = organization_id
        self.keys = [
            Key(kind=kind, organization_id=organization_id, owner_id=owner) for owner in owners
        ]
        self.ring = Ring(self.keys)
        for key in self.keys:
            self.ring.opened[key.pk] = plain = new_key()
            _wrap(key, plain, outer)

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        token = _foreseen.set((*_foreseen.get(), self.ring))
        try:
            yield
        finally:
            _foreseen.reset(token)

    def store(self) -> None:
        """Store them, wrapped anew if the organization's key was changed meanwhile."""
        outer = _organization_key(self.organization_id)
        for key in self.keys:
            if key.wrapped_by_id != outer.pk:
                _wrap(key, self.ring.opened[key.pk], outer)
        table = Table(Key)
        table.insert([table.values_of(key) for key in self.keys])
        transaction.on_commit(self.ring)


def has_key(owner_id: UUID) -> bool:
    """Whether there is a key for this owner, remembered or stored."""
    return _key_id_for(owner_id) is not None


def _key_id_for(owner_id: UUID) -> UUID | None:
    for ring in _rings():
        if key_id := ring.id_by_owner.get(owner_id):
            return key_id
    key = Key.objects.exclude(kind=Key.Kind.ORGANIZATION).filter(owner_id=owner_id).first()
    if key is None:
        return None
    _load(key)
    return key.pk


def key_for(owner_id: UUID) -> UUID:
    """The id of the key that seals what belongs to this person or organization."""
    key_id = _key_id_for(owner_id)
    if key_id is None:
        raise SealBroken("There is no key for the owner of this record.")
    return key_id


@transaction.atomic
def rotate(organization_id: UUID) -> int:
    """Wrap every key of an organization anew, under a new organization key.

    What is sealed stays as it is: only the small wrapped keys change. The new
    organization key is sealed by the first of the master keys. Returns how many keys
    were wrapped.
    """
    ring = Key.objects.filter(organization_id=organization_id)
    old = list(ring.filter(kind=Key.Kind.ORGANIZATION).select_for_update())
    inner = list(ring.exclude(kind=Key.Kind.ORGANIZATION))
    plain = {key.pk: _unwrap(key) for key in inner}
    outer = _new_organization_key(organization_id)
    for key in inner:
        _wrap(key, plain[key.pk], outer)
    Key.objects.bulk_update(inner, ["wrapped", "wrapped_by", "master"], batch_size=500)
    Key.objects.filter(pk__in=[key.pk for key in old]).delete()
    transaction.on_commit(forget)
    return len(inner)


def seal_for(owner_id: UUID, plain: bytes, *, place: str) -> bytes:
    """Seal bytes for an owner, bound to a place of the form `table.field|row`."""
    key_id = key_for(owner_id)
    bound = f"{organization_of(key_id)}|{place}".encode()
    return seal(plain, key=opened(key_id), key_id=key_id, place=bound)


def unseal_at(sealed: bytes, *, place: str) -> bytes:
    """Open bytes sealed for this place. Raises SealBroken."""
    opener = _openers.get(sealed[HEAD]) or _opener_of(sealed)
    return opener(sealed, place)


def _opener_of(sealed: bytes) -> Opener:
    key_id = key_id_of(sealed)
    opener = Opener(opened(key_id), bound_to=organization_of(key_id))
    if key_id in _ring.by_id:
        _openers[sealed[HEAD]] = opener
    return opener
