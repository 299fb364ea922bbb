"""Markdown of courses is safe, cites its sources and marks words that are taught about."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.learning.curricula.markdown import (
    blocks_with_figures,
    cited,
    html,
    without_taught,
)

TAGS = re.compile(r"<\s*/?\s*([a-zA-Z][a-zA-Z0-9]*)")
INLINE = {"a", "br", "code", "em", "q", "strong", "sup"}
BLOCKS = {"blockquote", "hr", "li", "ol", "p", "pre", "ul"}
TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
SAFE = INLINE | BLOCKS | TABLES
SAFE |= {f"h{level}" for level in range(1, 7)}


@given(st.text(alphabet="<>\"'&;:/=()[]!^{}# \n*_-|`abcdefghijklmnopqrstuvwxyz0189", max_size=80))
def test_nothing_but_safe_tags_comes_out_whatever_goes_in(text):
    drawn = html(text, lambda key: 1)
    assert {tag.lower() for tag in TAGS.findall(drawn)} <= SAFE
    assert re.search(r'(?:href|src)="\s*(?:javascript|data|vbscript)', drawn, re.I) is None


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
        ("![x](https://elsewhere.example/x.png)", None),
        ("{said: <b>}", '<p><q class="taught">&lt;b&gt;</q></p>\n'),
        (
            "So.[^a-book]",
            '<p>So.<sup class="source"><a href="#source-a-book">7</a></sup></p>\n',
        ),
    ],
)
def test_marks_are_drawn_and_html_is_shown_as_text(text, drawn):
    made = html(text, lambda key: 7)
    assert "<img" not in made
    assert drawn in (None, made)


def test_cites_are_left_out_where_there_is_no_list_to_point_to():
    assert html("So.[^a-book]") == "<p>So.</p>\n"


def test_sources_are_found_once_in_their_order():
    assert cited("One[^b], two[^a], three[^b].") == ["b", "a"]


def test_words_that_are_taught_about_are_blanked_for_whoever_checks_language():
    text = "Not {said: junkie} but her name."
    assert without_taught(text) == "Not" + " " * 16 + "but her name."
    assert len(without_taught(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# Hi\n\nIn 1988.\n\n- 5 %", [3, 5]),
        ("In 1988.[^a]", []),
        ("| when | what |\n|---|---|\n| 1914 | A law[^a] |\n| 1919 | A court |", [4]),
        ("From 0 to 10, call 911, in 2 hours", []),
        ("{said: 1988}", []),
    ],
)
def test_years_and_shares_without_a_source_are_found_by_line(text, lines):
    assert [line for line, _block in blocks_with_figures(text)] == lines
