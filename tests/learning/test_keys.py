"""Keys that sign badges: renewed without harm to old badges, withdrawn when others may have one."""

import pytest
from django.test import Client
from django.urls import reverse
from jwcrypto import jwk, jws

from alongside.audit.models import Entry as Line
from alongside.common.errors import NotAllowed
from alongside.learning.actions import signing
from alongside.learning.actions.giving import take_back
from alongside.learning.actions.signing import renew_key, sign_anew, signing_key, withdraw_key
from alongside.learning.badges import new_private_key
from alongside.learning.models import SigningKey
from alongside.team.actions import add_member, found_organization, open_account, open_program
from alongside.team.roles import Role
from tests.learning.cohorts import address, certificate_in
from tests.together import at_once

HOLDS, GONE = "its signature is good", "This badge cannot be verified any more."
LEAKED = "a stolen laptop"


@pytest.fixture(scope="module")
def made():
    """Making a key takes a moment: these are made once."""
    return [new_private_key() for _ in range(4)]


@pytest.fixture(autouse=True)
def ready(monkeypatch, made):
    keys = iter(made)
    monkeypatch.setattr(signing, "new_private_key", lambda: next(keys))


@pytest.fixture
def certificate(house, cohort):
    house.max = house.tam
    return certificate_in(cohort, house)


@pytest.fixture
def key(certificate):
    return certificate.key


def words(certificate) -> str:
    return Client().get(reverse("badge", args=[certificate.pk])).content.decode()


def published() -> list[str]:
    return [one["kid"] for one in Client().get(reverse("jwks")).json()["keys"]]


def verbs() -> list[tuple]:
    lines = Line.objects.filter(verb__startswith="badge.").order_by("number")
    return list(lines.values_list("verb", "detail"))


def test_after_a_new_key_signs_old_badges_are_good_and_both_are_published(house, key, certificate):
    new = renew_key(key=key, by=house.ada)
    assert HOLDS in words(certificate)
    assert published() == [key.kid, new.kid]
    assert signing_key(house.organization) == new
    assert verbs() == [("badge.key", ""), ("badge.key_end", ""), ("badge.key", "")]


def test_renewed_twice_the_same_key_gives_one_new_one(house, key):
    assert renew_key(key=key, by=house.ada) == renew_key(key=key, by=house.ada)
    assert SigningKey.objects.count() == 2


def test_a_withdrawn_key_is_published_no_more_and_its_badges_fail_in_plain_words(
    house, key, certificate
):
    withdraw_key(key=key, because=LEAKED, by=house.ada)
    html = words(certificate)
    assert [GONE in html, HOLDS in html, LEAKED in html, "Kit" in html] == [True, *[False] * 3]
    assert published() == []
    answer = Client().get(reverse("badge-key", args=[key.kid]))
    assert (answer.status_code, answer.json()) == (410, {"withdrawn": True, "kid": key.kid})
    assert signing_key(house.organization).kid != key.kid
    assert verbs()[1:] == [("badge.key_withdraw", ""), ("badge.key", "")]


def test_withdrawn_twice_the_first_reason_stays(house, key):
    withdraw_key(key=key, because=LEAKED, by=house.ada)
    withdraw_key(key=key, because="something else", by=house.ada)
    assert SigningKey.objects.get(pk=key.pk).withdrawn_because == LEAKED
    assert verbs()[1:] == [("badge.key_withdraw", "")]


def test_badges_are_signed_anew_and_say_the_same(house, key, certificate):
    with pytest.raises(NotAllowed):
        sign_anew(key=key, address=address, by=house.ada)
    withdraw_key(key=key, because=LEAKED, by=house.ada)
    assert sign_anew(key=key, address=address, by=house.ada) == 1
    assert sign_anew(key=key, address=address, by=house.ada) == 0
    assert HOLDS in words(certificate)
    before, badge = (
        certificate.badge,
        Client().get(reverse("badge", args=[certificate.pk]), {"as": "jwt"}).content.decode(),
    )
    found = jws.JWS()
    found.deserialize(badge, key=jwk.JWK(**signing_key(house.organization).public))
    assert badge.split(".")[1] == before.split(".")[1]
    assert verbs()[-1] == ("badge.sign_anew", "1")


def test_what_was_not_signed_here_is_not_signed_anew(house, key, certificate):
    type(certificate).objects.update(badge=f"{certificate.badge[:-4]}AAAA")
    withdraw_key(key=key, because=LEAKED, by=house.ada)
    assert sign_anew(key=key, address=address, by=house.ada) == 0


def test_one_that_was_taken_back_stays_so_when_it_is_signed_anew(house, key, certificate):
    take_back(certificate=certificate, because="By mistake", by=house.tam)
    withdraw_key(key=key, because=LEAKED, by=house.ada)
    sign_anew(key=key, address=address, by=house.ada)
    assert "This certificate was taken back. It does not hold." in words(certificate)


class TestPages:
    """An administrator sees, renews and withdraws; to everybody else there is nothing."""

    def send(self, page, act, key, **told):
        return page.post(reverse(f"badge-key-{act}", args=[key.pk]), told, follow=True)

    def test_the_way_from_the_first_key_to_badges_signed_anew(self, page, house, key, certificate):
        ada = page(house.ada)
        html = ada.get(reverse("badge-keys")).content.decode()
        assert [key.kid in html, "1 badge carries its signature." in html] == [True, True]
        html = self.send(ada, "renew", key).content.decode()
        assert ["Old badges stay good." in html, "stay published" in html] == [True, True]
        html = self.send(ada, "withdraw", key, because=LEAKED).content.decode()
        assert [LEAKED in html, "Sign them anew" in html] == [True, True]
        html = self.send(ada, "sign-anew", key).content.decode()
        assert ["1 badge is signed anew." in html, HOLDS in words(certificate)] == [True, True]

    def test_without_a_reason_nothing_is_withdrawn(self, page, house, key):
        html = self.send(page(house.ada), "withdraw", key, because="  ").content.decode()
        assert ["Please look at this again" in html, published()] == [True, [key.kid]]

    def test_only_whoever_looks_after_the_keys_of_this_organization_finds_them(
        self, page, house, key
    ):
        other = found_organization(name="Elsewhere")
        program = open_program(organization=other, name="Far")
        far = open_account(organization=other, email="far@example.org", name="Far")
        add_member(program=program, account=far, role=Role.ADMINISTRATOR)
        for account in (house.tam, house.eve, house.ana, far):
            browser = page(account)
            for act in ("renew", "withdraw", "sign-anew"):
                assert self.send(browser, act, key, because=LEAKED).status_code == 404
        assert published() == [key.kid]
        assert key.kid not in page(far).get(reverse("badge-keys")).content.decode()

    def test_before_the_first_certificate_there_is_none(self, page, house):
        html = page(house.ada).get(reverse("badge-keys")).content.decode()
        assert "One is made with the next certificate." in html


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_two_who_renew_the_same_key_have_done_it_once(self, house):
        key = signing_key(house.organization)
        found = at_once(*[lambda: renew_key(key=key, by=house.ada)] * 2)
        assert found == [signing_key(house.organization)] * 2
        assert SigningKey.objects.count() == 2

    def test_two_who_need_the_first_key_make_one(self, house):
        found = at_once(*[lambda: signing_key(house.organization)] * 2)
        assert found == [SigningKey.objects.get()] * 2
