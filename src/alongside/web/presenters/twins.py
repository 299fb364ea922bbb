"""Two people who are called the same, told apart in a list."""

from alongside.contacts.queries import last_met
from alongside.people.models import Recoveree
from alongside.people.queries.cards import cards_for, twins_among


def tell_apart(people: list[Recoveree]) -> None:
    """Give each of these a `twin`: the card that tells them from who is called the same.

    None for whose name is their own; without twins, no query. Shown by people/_apart.html.
    """
    twins = twins_among(people)
    cards = {card.person.pk: card for card in cards_for(twins)} if twins else {}
    for person_id, day in last_met(cards).items() if cards else ():
        cards[person_id].last_contact = day
    for person in people:
        person.twin = cards.get(person.pk)
