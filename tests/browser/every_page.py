"""The walk over every address there is: each page seen once, as somebody who may."""

from django.test import Client

from tests.browser.looking import Watch, axe, faults, too_wide
from tests.web.kinds import MAKERS
from tests.web.test_wall import addresses

READERS = ["ana", "max", None]
#: After one of these is made, Sam's pages are others: seen last.
LAST = {"death_id", "offer_id", "join_id"}
#: Fewer pages than this, and the walk has gone astray.
AT_LEAST = 70


def barriers(browse, house, language) -> dict:
    """What is wrong, by page; each is looked at 360 px wide, with JavaScript."""
    windows, found = {}, {}
    for name, path, reader in pages(house):
        if reader not in windows:
            account = reader and getattr(house, reader)
            windows[reader] = window = browse(account, "/", language=language)
            window.add_init_script(axe())  # read once, and there on each of its pages
        found[name] = looked_at(windows[reader], path, language)
    assert len(found) > AT_LEAST
    return {name: wrong for name, wrong in found.items() if wrong}


def pages(house):
    """(name, path, reader) of every address that answers with a page of HTML."""
    ids, clients = {}, {reader: client_of(house, reader) for reader in READERS}
    for address in sorted(addresses(), key=lambda a: len(LAST & kinds(a))):
        for kind in kinds(address) & set(MAKERS) - set(ids):
            ids[kind] = MAKERS[kind](house)
        if kinds(address) <= set(ids):  # else it holds a secret of its own, not an id
            yield from seen(clients, address.name, address.path(ids))


def kinds(address) -> set:
    return {address.kind(parameter) for parameter in address.parameters}


def client_of(house, reader):
    client = Client()
    if reader:
        client.force_login(getattr(house, reader))
    return client


def seen(clients, name, path):
    for reader, client in clients.items():
        answer = client.get(path)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            yield name, path, reader
            return


def looked_at(page, path, language) -> list:
    watch = Watch.by_page[page]
    page.goto(path)
    wrong = [*faults(page), *too_wide(page), *watch.complaints, *watch.strangers]
    watch.complaints.clear()
    watch.strangers.clear()
    if page.locator("html").get_attribute("lang") != language:
        wrong.append("in another language")
    return wrong
