from tests.browser.every_page import barriers


def test_no_page_has_a_barrier(browse, house):
    assert barriers(browse, house, "en") == {}
