"""Draws SVG pictures in a process of its own: `python -m game.ui.raster`, or `threshold --raster` in a frozen build.

Skia holds Python's lock while it draws (measured: a rich scene of 0.2 s let no other thread run), so a thread would
stall the window. A process does not, and a picture made to hang or to crash the renderer takes only this process down.

It reads orders from its standard input and answers on its standard output, one after the other:

    order:   4 bytes big-endian length of a JSON header, the header, the SVG
             header {"id", "width", "height", "layers": [...], "scene": true to compose them, "focus": 0..1, "mirrored": true | false,
             "svg": bytes of the SVG}
    answer:  4 bytes length of a JSON header, the header, then the pixels of each piece (BGRA, premultiplied)
             header {"id", "parts": [a Place as a list, ...], "lit": where light falls, "error": null | sentence}

A scene is composed: its layers come in pieces, and what stands in a group `steam` of a layer (`<g id="steam">`, or `steam-2`
and so on where there are several) comes by itself, one piece a curl, because it rises.
"""

from __future__ import annotations

import json
import struct
import sys
import xml.etree.ElementTree as ET
from typing import IO, TYPE_CHECKING, NamedTuple
from xml.parsers import expat

import skia

from game.ui import compose
from game.ui.part import Place
from game.ui.surface import image_of, offscreen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
MAX_PIXELS = 64_000_000
_MOST_CURLS = 12
# Parts of a drawing that show nothing by themselves: every layer may refer to them.
_UNSEEN = frozenset(
    f"{{{SVG}}}{name}"
    for name in ("defs", "style", "symbol", "linearGradient", "radialGradient", "pattern", "filter", "clipPath", "mask", "title", "desc")
)


def refuse_doctype(svg: bytes) -> None:
    """Raises ValueError where a drawing, in whatever encoding, declares a document type: its entities can grow without end."""

    def declared(*_: object) -> None:
        message = "a picture must not declare a document type"
        raise ValueError(message)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(svg, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as fault:
        message = "the picture is not a drawing that can be read"
        raise ValueError(message) from fault


def layers_of(svg: bytes, names: Sequence[str]) -> dict[str, bytes]:
    """Returns, for each named top-level group, the same drawing with only that group in it.

    What stands in no such group goes with the group before it, or with the first name: a drawing without layers is one.
    """
    # Without their usual prefixes Skia does not know the names again: what `xlink:href` stamps would be missing.
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    found: dict[str, bytes] = {}
    for name in names:
        root = ET.fromstring(svg)  # noqa: S314 - entities are refused above
        layer = names[0]
        for part in list(root):
            if part.tag == f"{{{SVG}}}g" and part.get("id") in names:
                layer = str(part.get("id"))
            if layer != name and part.tag not in _UNSEEN:
                root.remove(part)
        found[name] = ET.tostring(root)
    return found


def steam_of(layer: bytes) -> tuple[bytes, list[bytes]]:
    """Returns a layer without its steam, and each curl of it as a drawing of its own; curls beyond a number stay in the layer."""
    root = ET.fromstring(layer)  # noqa: S314 - as in layers_of
    groups = [group for holder in root.findall(f"{{{SVG}}}g") for group in holder if _is_steam(group)]
    curls = [(group, curl) for group in groups for curl in group][:_MOST_CURLS]
    if not curls:
        return layer, []
    for group, curl in curls:
        group.remove(curl)
    return ET.tostring(root), [_alone(root, group, curl) for group, curl in curls]


def _is_steam(part: ET.Element) -> bool:
    return part.tag == f"{{{SVG}}}g" and (part.get("id") or "").partition("-")[0] == "steam"


def _alone(root: ET.Element, group: ET.Element, curl: ET.Element) -> bytes:
    """Returns a drawing with nothing seen in it but one curl, in the groups where it stands."""
    only = ET.Element(root.tag, root.attrib)
    for part in root:
        if part.tag in _UNSEEN:
            only.append(part)
        elif group in [*part]:
            holder = ET.SubElement(only, part.tag, part.attrib)
            holder.extend(child for child in part if child.tag in _UNSEEN)
            ET.SubElement(holder, group.tag, group.attrib).append(curl)
    return ET.tostring(only)


class Frame(NamedTuple):
    """What a drawing fills: its pixels, which part stays when it is cropped sideways, from 0 to 1, and whether it is seen in a mirror."""

    width: int
    height: int
    focus: float = 0.5
    mirrored: bool = False


def draw(svg: bytes, frame: Frame) -> bytes:
    """Returns the pixels of a drawing that fills a frame.

    Raises ValueError where Skia cannot read the drawing.
    """
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg))
    box = viewbox(svg)
    if dom is None or box is None:
        message = "the picture is not a drawing that can be read"
        raise ValueError(message)
    scale = max(frame.width / box[0], frame.height / box[1])
    surface = offscreen(frame.width, frame.height)
    canvas = surface.getCanvas()
    if frame.mirrored:
        canvas.translate(frame.width, 0)
        canvas.scale(-1, 1)
    canvas.translate((frame.width - box[0] * scale) * frame.focus, (frame.height - box[1] * scale) / 2)
    dom.setContainerSize(skia.Size(box[0] * scale, box[1] * scale))
    dom.render(canvas)
    return bytes(surface.makeImageSnapshot().tobytes())


def viewbox(svg: bytes) -> tuple[float, float] | None:
    """Returns width and height of a drawing's view box, or None."""
    try:
        parts = (ET.fromstring(svg).get("viewBox") or "").replace(",", " ").split()  # noqa: S314 - as in layers_of
        width, height = float(parts[2]), float(parts[3])
    except (ET.ParseError, ValueError, IndexError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def answer(order: dict[str, object], svg: bytes) -> tuple[dict[str, object], list[bytes]]:
    """Returns the answer to one order: a header, and the pixels of its pieces."""
    width, height = int(str(order["width"])), int(str(order["height"]))
    frame = Frame(width, height, float(str(order["focus"])), bool(order.get("mirrored")))
    names = [str(name) for name in order["layers"]] if isinstance(order["layers"], list) else []
    lit: list[int] = []
    try:
        if width < 1 or height < 1 or width * height > MAX_PIXELS:
            message = "the picture's size is out of range"
            raise ValueError(message)
        refuse_doctype(svg)
        layers = layers_of(svg, names) if names else {"": svg}
        if order.get("scene"):
            lit, found = _scene(layers, frame)
        else:
            found = [(Place(name, 0, 0, width, height), draw(layer, frame)) for name, layer in layers.items()]
    except (ValueError, ET.ParseError) as fault:
        return {"id": order["id"], "parts": [], "lit": [], "error": str(fault)}, []
    return {"id": order["id"], "parts": [place for place, _ in found], "lit": lit, "error": None}, [pixels for _, pixels in found]


def _scene(layers: Mapping[str, bytes], frame: Frame) -> tuple[list[int], list[tuple[Place, bytes]]]:
    """Returns where the light of a scene falls, and its pieces."""
    lit: list[int] = []
    found: list[tuple[Place, bytes]] = []
    for name, layer in layers.items():
        rest, curls = steam_of(layer)
        image = image_of(draw(rest, frame), frame.width, frame.height)
        if name == "light":
            lit = compose.lit(image)
        found += compose.bands(compose.finished(image, name, ground=name == "far"), name)
        for curl in curls:
            drawn = image_of(draw(curl, frame), frame.width, frame.height)
            found += compose.whole(compose.finished(drawn, "steam"), name)
    return lit, found


def read_exactly(stream: IO[bytes], count: int) -> bytes:
    """Returns `count` bytes of a stream; raises EOFError where it ends before."""
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data


def read_header(stream: IO[bytes]) -> dict[str, object]:
    """Returns the next header of a stream; raises EOFError at its end."""
    (length,) = struct.unpack(">I", read_exactly(stream, 4))
    header: dict[str, object] = json.loads(read_exactly(stream, length))
    return header


def write(stream: IO[bytes], header: dict[str, object], *bodies: bytes) -> None:
    """Writes a header and what belongs to it."""
    head = json.dumps(header).encode()
    stream.write(struct.pack(">I", len(head)) + head)
    for body in bodies:
        stream.write(body)
    stream.flush()


def main() -> int:
    """Answers orders until the other end closes."""
    while True:
        try:
            order = read_header(sys.stdin.buffer)
            svg = read_exactly(sys.stdin.buffer, int(str(order["svg"])))
        except (EOFError, KeyboardInterrupt):
            return 0
        header, pixels = answer(order, svg)
        try:
            write(sys.stdout.buffer, header, *pixels)
        except (BrokenPipeError, KeyboardInterrupt):
            return 0


if __name__ == "__main__":
    sys.exit(main())
