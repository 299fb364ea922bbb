"""Two people who are called the same, told apart in a list."""

from alongside.contacts.queries import add_last_met
from alongside.people.models import Recoveree
from alongside.people.queries.cards import cards_for, twins_among


def tell_apart(people: list[Recoveree]) -> None:
    """Give each of these a `twin`: the card that tells them from who is called the same.

    None for whose name is their own; without twins, no query. Shown by people/_apart.html.
    """
    twins = twins_among(people)
    cards = cards_for(twins) if twins else []
    add_last_met(cards)
    card_of = {card.person.pk: card for card in cards}
    for person in people:
        person.twin = card_of.get(person.pk)
