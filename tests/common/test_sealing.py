"""What is sealed opens in its own place with its own keys, and nowhere else."""

from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from alongside.common.models import Key
from alongside.common.sealing import keyring
from alongside.common.sealing.cipher import SealBroken, new_key, seal, unseal
from alongside.common.sealing.master import new_line
from alongside.people.actions import start_people, start_person
from alongside.people.models import Ally, Recoveree, Statement
from alongside.team.actions import found_organization, open_account, open_program


@given(st.binary(max_size=300), st.binary(max_size=60))
def test_what_was_sealed_opens_as_it_was(plain, place):
    key = new_key()
    sealed = seal(plain, key=key, key_id=uuid4(), place=place)
    assert unseal(sealed, key=key, place=place) == plain


@given(st.integers(min_value=0), st.integers(1, 255))
def test_one_altered_byte_is_an_error(where, by):
    key = new_key()
    sealed = bytearray(seal(b"a few words", key=key, key_id=uuid4(), place=b"here"))
    where = 17 + where % (len(sealed) - 17)  # what comes before names the key
    sealed[where] ^= by
    with pytest.raises(SealBroken):
        unseal(bytes(sealed), key=key, place=b"here")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
@effort(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_come_back_from_the_database(house, words):
    told = say(house.sam, house.ana, words)
    assert Statement.objects.get(pk=told.pk).words == words


def say(person, by, words):
    return Statement.objects.create(recoveree=person, by=by, words=words)


def as_stored(row, field):
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {field} FROM {table} WHERE id = %s", [stored_id(row.pk)])
        return bytes(cursor.fetchone()[0])


def stored_id(pk: UUID):
    return pk if connection.vendor == "postgresql" else pk.hex


def put(row, field, value):
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {row._meta.db_table} SET {field} = %s WHERE id = %s",
            [connection.Database.Binary(value), stored_id(row.pk)],
        )


def open_again(row, field):
    return getattr(type(row).objects.get(pk=row.pk), field)


def test_the_database_holds_no_plain_words(sam, ana):
    told = say(sam, ana, "My two kids")
    assert b"kids" not in as_stored(told, "words")
    assert b"Sam" not in as_stored(sam, "called")


def test_the_same_words_look_different_each_time(sam, ana):
    one, two = say(sam, ana, "yes"), say(sam, ana, "yes")
    assert as_stored(one, "words")[29:] != as_stored(two, "words")[29:]


def test_words_of_another_row_do_not_open(sam, ana):
    one, two = say(sam, ana, "one"), say(sam, ana, "two")
    put(two, "words", as_stored(one, "words"))
    with pytest.raises(SealBroken):
        open_again(two, "words")


def test_words_of_another_field_do_not_open(sam, ana):
    ally = Ally.objects.create(recoveree=sam, by=ana, name="Jo", relation="sister")
    put(ally, "name", as_stored(ally, "relation"))
    with pytest.raises(SealBroken):
        open_again(ally, "name")


def test_words_of_another_table_do_not_open(sam, ana):
    told = Statement.objects.create(pk=sam.pk, recoveree=sam, by=ana, words="x")
    put(told, "words", as_stored(sam, "called"))
    with pytest.raises(SealBroken):
        open_again(told, "words")


def test_words_of_another_person_do_not_open(house, sam, ana):
    other = start_person(program=house.harbor, called="Lee", by=ana)
    put(other, "called", as_stored(sam, "called"))
    with pytest.raises(SealBroken):
        open_again(other, "called")


def test_a_key_given_to_another_organization_does_not_open(sam):
    elsewhere = found_organization(name="Elsewhere")
    Key.objects.filter(owner_id=sam.pk).update(organization_id=elsewhere.pk)
    forget_all()
    with pytest.raises(SealBroken):
        open_again(sam, "called")


def test_altered_words_do_not_open(sam):
    sealed = bytearray(as_stored(sam, "called"))
    sealed[-1] ^= 1
    put(sam, "called", bytes(sealed))
    with pytest.raises(SealBroken):
        open_again(sam, "called")


def test_what_was_never_sealed_does_not_open(sam):
    put(sam, "called", b"Sam")
    with pytest.raises(SealBroken):
        open_again(sam, "called")


def forget_all():
    """As another process would begin: nothing remembered, not even what is not stored yet."""
    connection.run_on_commit.clear()
    keyring.forget()


def test_without_its_master_key_nothing_opens(sam, settings):
    settings.MASTER_KEYS = new_line("another")
    forget_all()
    with pytest.raises(SealBroken, match="'first' is missing"):
        open_again(sam, "called")


def test_another_master_key_of_the_same_name_opens_nothing(sam, settings):
    settings.MASTER_KEYS = new_line("first")
    forget_all()
    with pytest.raises(SealBroken):
        open_again(sam, "called")


def test_a_deleted_key_shreds_what_it_sealed(sam):
    Key.objects.filter(owner_id=sam.pk).delete()
    forget_all()
    with pytest.raises(SealBroken, match="does not exist"):
        open_again(sam, "called")


def test_after_a_rotation_everything_opens_and_the_old_master_key_can_go(house, sam, settings):
    told = say(sam, house.ana, "I am here")
    sealed = as_stored(told, "words")
    new = new_line("second")
    settings.MASTER_KEYS = f"{new}\n{settings.MASTER_KEYS}"
    keyring.rotate(house.organization.pk)
    settings.MASTER_KEYS = new
    forget_all()
    assert (open_again(told, "words"), open_again(sam, "called")) == ("I am here", "Sam")
    assert as_stored(told, "words") == sealed
    outer = Key.objects.get(kind=Key.Kind.ORGANIZATION, owner_id=house.organization.pk)
    assert outer.master == "second"


def test_a_process_that_remembers_the_old_wrapping_reads_on_after_a_rotation(house, sam):
    keyring.rotate(house.organization.pk)  # elsewhere: this memory is not told of it
    assert open_again(sam, "called") == "Sam"
    lee = start_person(program=house.harbor, called="Lee", by=house.ana)
    assert open_again(lee, "called") == "Lee"


def test_there_is_one_key_for_each_owner(sam, house):
    with pytest.raises(Exception, match=r"(?i)unique"), transaction.atomic():
        keyring.make_keys(house.organization.pk, [sam.pk], Key.Kind.PERSON)


class Undone(Exception):
    pass


def program_of_its_own():
    organization = found_organization(name="Riverside")
    by = open_account(organization=organization, email="ana@example.org", name="Ana")
    return open_program(organization=organization, name="Harbor"), by


@pytest.mark.django_db(transaction=True)
def test_a_key_made_in_a_transaction_that_is_undone_is_not_remembered():
    program, ana = program_of_its_own()
    pk = uuid4()
    with pytest.raises(Undone), transaction.atomic():
        start_person(program=program, called="Sam", by=ana, id=pk)
        assert Recoveree.objects.get(pk=pk).called == "Sam"
        raise Undone
    assert not keyring.has_key(pk)
    sam = start_person(program=program, called="Sam", by=ana, id=pk)
    keyring.forget()
    assert open_again(sam, "called") == "Sam"


@pytest.mark.django_db(transaction=True)
def test_keys_loaded_in_a_transaction_that_is_undone_are_not_remembered():
    program, ana = program_of_its_own()
    pk = uuid4()
    old = start_person(program=program, called="Lee", by=ana)
    with pytest.raises(Undone), transaction.atomic():
        start_person(program=program, called="Sam", by=ana, id=pk)
        keyring.forget()
        assert open_again(old, "called") == "Lee"  # loads the ring, the new key among it
        raise Undone
    assert not keyring.has_key(pk)


@pytest.mark.django_db(transaction=True)
def test_a_key_made_in_a_savepoint_that_is_undone_is_not_remembered():
    program, ana = program_of_its_own()
    pk = uuid4()
    with transaction.atomic():
        with pytest.raises(Undone), transaction.atomic():
            start_person(program=program, called="Sam", by=ana, id=pk)
            raise Undone
        assert not keyring.has_key(pk)
    assert not keyring.has_key(pk)


def test_fifty_names_take_as_many_queries_as_five(house, django_assert_max_num_queries):
    people = start_people([(None, f"P{n}") for n in range(50)], program=house.harbor, by=house.ana)
    forget_all()
    with django_assert_max_num_queries(4):
        assert (
            len([p.called for p in Recoveree.objects.filter(pk__in=[p.pk for p in people])]) == 50
        )


def test_names_stored_by_another_process_since_are_loaded_at_once(
    house, django_assert_max_num_queries
):
    forget_all()
    assert open_again(house.sam, "called") == "Sam"
    newest = dict(keyring._newest)
    people = start_people([(None, f"P{n}") for n in range(50)], program=house.harbor, by=house.ana)
    connection.run_on_commit.clear()
    assert keyring._newest == newest
    with django_assert_max_num_queries(3):
        assert (
            len([p.called for p in Recoveree.objects.filter(pk__in=[p.pk for p in people])]) == 50
        )
