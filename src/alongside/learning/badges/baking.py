"""Baking a signed credential into a picture, so that the picture carries its own proof."""

import struct
import zlib
from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement, tostring

PNG = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"openbadgecredential"
SVG = "http://www.w3.org/2000/svg"
NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"


class CannotBake(ValueError):
    """The picture is no PNG, or carries a credential already."""


def bake_png(picture: bytes, token: str) -> bytes:
    """The picture with one uncompressed iTXt chunk. Raises CannotBake."""
    chunks = list(_chunks(picture))
    if any(kind == b"iTXt" and body.split(b"\0", 1)[0] == KEYWORD for kind, body in chunks):
        raise CannotBake("This picture carries a credential already.")
    # keyword, end of it, not compressed, method 0, no language, no translated keyword
    text = KEYWORD + b"\0" + b"\0\0" + b"\0" + b"\0" + token.encode("ascii")
    end = next(at for at, (kind, _body) in enumerate(chunks) if kind == b"IEND")
    chunks.insert(end, (b"iTXt", text))
    return PNG + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunks(picture: bytes):
    if not picture.startswith(PNG):
        raise CannotBake("This is not a PNG.")
    at = len(PNG)
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def bake_svg(*, title: str, lines: list[str], token: str) -> bytes:
    """A plain seal with these words, whose first child is the credential."""
    root = Element("svg", {"xmlns": SVG, "xmlns:openbadges": NAMESPACE, "viewBox": "0 0 400 400"})
    SubElement(root, "openbadges:credential", {"verify": token})
    SubElement(root, "title").text = title
    for radius, fill in (("196", "#0f5b57"), ("180", "#fbf6ee")):
        SubElement(root, "circle", {"cx": "200", "cy": "200", "r": radius, "fill": fill})
    for number, line in enumerate([*wrap(title, 26), *lines]):
        place = {"x": "200", "y": str(130 + 30 * number), "text-anchor": "middle"}
        look = {"font-family": "sans-serif", "font-size": "20", "fill": "#2b2433"}
        SubElement(root, "text", place | look).text = line
    return tostring(root, encoding="utf-8", xml_declaration=True)
