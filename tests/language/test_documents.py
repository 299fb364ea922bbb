"""Writing in files: what is read of it, and where each word of it stands."""

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.language.asking import language_of
from alongside.language.documents import Source, Unreadable, plain, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", _xml("document", f"<w:body>{body}</w:body>"))
        for name, words in parts.items():
            file.writestr(f"word/{name}.xml", _xml(name, words))
    return out.getvalue()


def _xml(root: str, words: str) -> str:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}">{words}</w:{root}>'


def paragraph(words: str, style: str = "") -> str:
    told = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{told}<w:r><w:t>{words}</w:t></w:r></w:p>"


def places(data: bytes | str, name: str, word: str = "addict", **told) -> list:
    """(line, column, what stands there in the file) of each time the word is to be read."""
    found = []
    for source in read(data.encode() if isinstance(data, str) else data, name, **told):
        for passage in source.passages:
            at = passage.text.find(word)
            while at >= 0:
                start, end = passage.span(at, at + len(word))
                found.append((*source.place(start), source.text[start:end]))
                at = passage.text.find(word, at + 1)
    return found


def test_plain_text_is_read_as_it_is():
    assert places("one\nan addict\n", "a.txt") == [(2, 4, "addict")]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("adicción".encode(), "adicción"),
        ("adicción".encode("utf-8-sig"), "adicción"),
        ("adicción".encode("utf-16"), "adicción"),
        ("adicción".encode("cp1252"), "adicción"),
    ],
)
def test_text_of_older_programs_is_read_too(data, text):
    [source] = read(data, "a.txt")
    assert source.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_long_text_in_pieces_has_the_same_places(tmp_path, encoding, monkeypatch):
    monkeypatch.setattr(plain, "PIECE", 37)
    text = "".join(f"línea {n}\r\n" + "an addict, " * (n % 3) for n in range(300))
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    lines = plain.Lines(plain.pieces_of(file))
    assert "".join(lines) == text
    whole = Source(text, [])
    starts = [found.start() for found in re.finditer("addict", text)]
    assert [lines.place(at) for at in starts] == [whole.place(at) for at in starts]


@pytest.mark.parametrize(
    "words",
    [
        "`addict`",
        "``a ` addict``",
        "```\naddict\n```",
        "~~~python\naddict\n~~~",
        "\n    addict\n",
        "- one\n\n  ```\n  addict\n  ```",
        "[words](https://example.org/addict)",
        "[words](addict.md 'addict')",
        "<https://example.org/addict>",
        "<img alt='addict'>",
        "[1]: https://example.org/addict",
        "<!-- addict -->",
        "---\ntitle: addict\n---\n",
    ],
)
def test_code_and_addresses_in_markdown_are_no_prose(words):
    assert places(f"{words}\n", "a.md") == []


def test_prose_in_markdown_keeps_its_place():
    text = "# An addict\n\n`code` and [addict](#x) and *addict*\n"
    assert [place[:2] for place in places(text, "a.md")] == [(1, 6), (3, 13), (3, 30)]


def test_what_names_words_to_teach_about_them_can_be_marked():
    text = "addict\n<!-- words: taught -->\naddict\n<!-- words: end -->\naddict\n"
    assert [place[0] for place in places(text, "a.md")] == [1, 5]
    assert [place[0] for place in places(text, "a.html")] == [1, 5]


def test_a_page_is_read_as_its_reader_sees_it():
    text = """<!doctype html><title>An addict</title><script>addict</script>
<p title="addict">One <b>addict</b><br>addict<blockquote>addict</blockquote>
<code>addict</code> <a href="/addict">addi&#99;t</a> {% block addict %}{{ addict }}"""
    assert [place[:2] for place in places(text, "a.html")] == [(1, 26), (2, 26), (2, 40), (3, 39)]


def test_a_page_says_in_which_language_its_parts_are():
    text = '<html lang="es-US"><p>Hola<p lang="en">Hello<p>Adiós<div lang=en>Bye</div>Ya'
    [source] = read(text.encode(), "a.html")
    told = [(passage.language, passage.text.split()) for passage in source.passages]
    expected = [("es", ["Hola"]), ("en", ["Hello"]), ("es", ["Adiós"]), ("en", ["Bye"])]
    assert told == [*expected, ("es", ["Ya"])]


def test_words_that_are_written_with_signs_are_found_where_they_stand():
    [place] = places("<p>La adicci&oacute;n", "a.html", word="adicción")
    assert place == (1, 7, "adicci&oacute;n")


def test_unclosed_tags_do_not_make_it_slow():
    """A stack that is searched for every closing tag would take minutes here."""
    text = "<b>" * 100_000 + "</i>" * 100_000 + "addict"
    assert len(places(text, "a.html")) == 1


def test_a_table_tells_line_and_column_of_a_cell():
    text = 'name;note\nAna;"he said ""x"", addict\nor addict"\nBea;addict\n'
    assert [place[:2] for place in places(text, "a.csv")] == [(2, 21), (3, 4), (4, 5)]


def test_of_a_table_only_the_columns_asked_for_are_read():
    text = "kind,note\naddict,fine\n,an addict\n"
    assert places(text, "a.csv", columns=("Note",)) == [(3, 5, "addict")]


def test_a_column_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(Unreadable, match=r"no column “Notes”\. There is: kind, note"):
        read(b"kind,note\na,b\n", "a.csv", columns=("Notes",))


def test_a_word_document_counts_paragraphs():
    data = docx(paragraph("One") + paragraph("an addict") + paragraph("addict", style="Quote"))
    assert places(data, "a.docx") == [(2, 4, "addict")]


def test_footnotes_are_read_and_so_named():
    data = docx(paragraph("One"), footnotes=f"<w:footnote>{paragraph('addict')}</w:footnote>")
    assert [source.part for source in read(data, "a.docx")] == ["", "footnotes"]
    assert places(data, "a.docx") == [(1, 1, "addict")]


def test_a_word_split_over_runs_is_one_word():
    data = docx("<w:p><w:r><w:t>add</w:t></w:r><w:r><w:t>ict</w:t></w:r></w:p>")
    assert places(data, "a.docx") == [(1, 1, "addict")]


def test_deleted_words_and_second_copies_are_not_read():
    copy = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    data = docx(
        "<w:p><w:del><w:r><w:delText>addict</w:delText></w:r></w:del></w:p>"
        f'<mc:AlternateContent xmlns:mc="{copy}"><mc:Choice>{paragraph("addict")}</mc:Choice>'
        f"<mc:Fallback>{paragraph('addict')}</mc:Fallback></mc:AlternateContent>"
    )
    assert len(places(data, "a.docx")) == 1


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 nothing more",
        b"no zip at all",
        b"\xd0\xcf\x11\xe0 an older .doc",
        docx("<w:p>")[:-40],
        docx(paragraph("x")).replace(b"word/document.xml", b"word/documens.xml"),
    ],
)
def test_what_is_no_word_document_is_refused_plainly(data):
    with pytest.raises(Unreadable, match=r"It is|It holds"):
        read(data, "a.docx")


def test_entities_and_bombs_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"{BOMB}<x>&b;</x>")
    with pytest.raises(Unreadable, match="no plain Word document"):
        read(out.getvalue(), "a.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", " " * 65 * 1024 * 1024)
    assert len(out.getvalue()) < 100_000
    with pytest.raises(Unreadable, match="larger than 64 MB"):
        read(out.getvalue(), "a.docx")


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx", "a.doc", "a.odt"])
def test_other_files_are_refused_with_what_to_do(name):
    with pytest.raises(Unreadable, match=r"Save it as \.docx"):
        read(b"x", name)


def test_what_is_no_text_is_refused():
    with pytest.raises(Unreadable, match="It is not text"):
        read(b"\x7fELF\0\0", "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv"])
@given(text=st.text(max_size=300))
def test_every_letter_read_is_found_in_the_file(name, text):
    for source in read(text.encode(errors="replace").replace(b"\0", b""), name):
        for passage in source.passages:
            for at, letter in enumerate(passage.text):
                start, _end = passage.span(at, at + 1)
                is_there = source.text[start : start + 1] == letter
                assert is_there or letter in "\n\ufffc“”" or source.text[start : start + 1] == "&"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She is at the shelter and wants to go to the clinic.", "en"),
        ("ok", "xx"),
        ("", "xx"),
    ],
)
def test_the_language_of_a_text_is_told_by_its_small_words(text, language):
    assert language_of(text, otherwise="xx") == language
