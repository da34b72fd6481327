"""The Weighhouse by day: grey window light, a page on the long table, Jorin's hand beside it, Pauli who will not look up."""

from __future__ import annotations

import random

from workshop.art.bodies import RUST, WOOL, Cloth, side, sleeve
from workshop.art.brush import brush, limb
from workshop.art.heads import jorin, pauli
from workshop.art.light import Rim, cone, dust, form, glow, haze, shadow, warm
from workshop.art.people import Tone, pinch, placed, resting
from workshop.art.places import DAY_FACE, boards, dial, falling, masonry, panes, timber, works
from workshop.art.props import cymbal, drum, stand
from workshop.art.svg import Picture, box, disc, ellipse, flat, group, shape, stroke

FLOOR = 690
WALL = ((0, "#5f6a8e", 1), (0.25, "#6d7694", 1), (0.5, "#4c527c", 1), (1, "#20234c", 1))
WOOD = ((0, "#3d4368", 1), (0.3, "#4f5576", 1), (0.6, "#2c305a", 1), (1, "#171a3e", 1))
PALE = Tone("#6d5068", "#b9807c", "#f0d6c2", "#402a46")
"""A fair face turned to a grey window."""
GLOVE = Tone("#8a8aa8", "#c4c8dc", "#ffffff", "#5a5a80")
"""The white gloves that are kept for the good spoons."""
GREY = (Rim(6, -4, "#e9eef6", 0.9, 1.4), Rim(-5, -3, "#39406e", 0.7, 1.2))
TEAL = Cloth("#20405a", "#34607a", "#a9c4c4", "#17324c")


# A shape stays one line of numbers.
# fmt: off

def draw() -> str:
    """Returns the scene as SVG."""
    picture, chance = Picture(), random.Random(23)
    _far(picture, chance)
    picture.add("mid", _kit(picture), _jorin(picture), _pauli(picture), _table(picture), _page(picture), _hands(picture))
    picture.add("light", glow(picture, 520, 300, 620, "#56688c", 0.3), cone(picture, "300 140!; 760 140!; 980 900!; 180 900!", 140, 900, "#8090ac", 0.24, 18), glow(picture, 1330, 620, 240, "#d0602c", 0.2), dust(chance, 34, (320, 900), (200, 760), "#f2f4fa"))
    _near(picture)
    return picture.text()


def _far(picture: Picture, chance: random.Random) -> None:
    picture.ground("far", picture.linear((0, 0), (1920, 0), *WALL))
    picture.add("far", masonry(23, FLOOR, "#dfe6f2", "#1c2048", 60, 1240))
    picture.add("far", timber(picture, (210, 816, 1180, 1560), FLOOR, WOOD, "#c3cde0", 520), _window(picture, chance, 276, 116), _window(picture, chance, 556, 116), dial(picture, 1010, 270, 128, needle=236, face=DAY_FACE, at=(-0.8, -0.2), edge="#a9a4b8"))
    picture.add("far", boards(picture, FLOOR, ((0, "#6a7090", 1), (0.3, "#444a74", 1), (1, "#1a1d44", 1)), "#1a1c42"), ellipse(560, 900, 640, 180, picture.radial(560, 900, 640, (0, "#cdd6e6", 0.5), (0.5, "#8a94b4", 0.26), (1, "#5a6490", 0), squash=0.28)), _stove(picture))


def _window(picture: Picture, chance: random.Random, x: float, y: float) -> str:
    sky = picture.linear((0, y), (0, y + 420), (0, "#aebacb", 1), (0.5, "#ccd5de", 1), (0.8, "#e4e6e6", 1), (1, "#d9d6d6", 1))
    stone = ((0, "#8894ac", 1), (1, "#b9c0cc", 1))
    snow = shape(f"{x - 10} {y + 400}; {x + 60} {y + 384}; {x + 150} {y + 394}; {x + 240} {y + 380}; {x + 240} {y + 440}!; {x - 10} {y + 440}!", "#f3f5f8")
    return panes(picture, (x, y, 214, 420), box(x, y, 214, 420, sky) + works(picture, x - (x - 276) * 0.76 + 20, y + 396, 0.66, stone, smoke="#dde3ea", lights="#e9eef2") + snow + falling(chance, 26, 4, 12, "#ffffff", 2, 0.7, (x, y, x + 214, y + 400)), (3, 5), frame="#33385f", sill="#e9eef6")


def _stove(picture: Picture) -> str:
    iron = picture.linear((1270, 0), (1400, 0), (0, "#4a4a6c", 1), (0.3, "#2a2c54", 1), (1, "#16183c", 1))
    door = picture.linear((0, 590), (0, 640), (0, "#ffcf7c", 1), (0.5, "#ee8a44", 1), (1, "#a8452e", 1))
    return warm(picture, 1330, 620, 260, 0.6) + box(1318, -16, 30, 500, iron) + shape("1268 694!; 1264 560; 1274 490; 1304 464!; 1366 464!; 1390 490; 1398 560; 1394 694!", iron) + box(1292, 586, 80, 62, "#17142e", 8) + box(1299, 593, 66, 48, door, 5) + "".join(box(1306 + k * 16, 593, 5, 48, "#2a1430") for k in range(4))


def _kit(picture: Picture) -> str:
    """The kit waits on the platform, grey in this light."""
    pale = ((0, "#8e93ac", 1), (0.5, "#5d6288", 1), (1, "#2c3058", 1))
    kit = stand(picture, 1010, 520, 740, 50) + cymbal(picture, 1010, 524, 96, 18, -8, -0.4) + drum(picture, 1100, 640, 70, 18, 80, -0.5, pale)
    return group(kit, haze(picture, 560, 200, "#9aa4c0", 0.35, 880, 400), opacity=0.75)


def _jorin(picture: Picture) -> str:
    body = side(picture, RUST, *GREY, foot=640)
    return placed(958, 250, 0.94, body, jorin(picture, PALE), flip=True, turn=2)


def _pauli(picture: Picture) -> str:
    """His eyes are on the buttons of his concertina."""
    body = side(picture, WOOL, *GREY, foot=640)
    return placed(96, 296, 0.98, body, group(pauli(picture, PALE, cold="#b9c6de"), transform="rotate(9 90 260)"))


def _table(picture: Picture) -> str:
    wood = picture.radial(560, 700, 820, (0, "#e3dfe0", 1), (0.25, "#b5a9b4", 1), (0.55, "#75698c", 1), (0.8, "#423f6c", 1), (1, "#26285a", 1), squash=0.6)
    seams = "".join(stroke(f"{560 + (k - 2.5) * 118:.0f} 640; {560 + (k - 2.5) * 330:.0f} 1110", "#4a4268", 4, opacity=0.4) for k in range(6))
    grain = "".join(brush(line, 4, "#5a4a6a", opacity=0.3) for line in ("420 690; 360 800; 260 980", "700 680; 800 820; 900 1000", "560 880; 540 960; 520 1080"))
    concertina = _concertina(picture)
    mugs = "".join(form(picture, f"{x} {y}!; {x + 66} {y}!; {x + 62} {y + 78}!; {x + 4} {y + 78}!", picture.linear((x, 0), (x + 66, 0), (0, tone, 1), (0.6, "#8a90ac", 1), (1, "#e9eef4", 1)), rims=(Rim(3, -3, "#ffffff", 0.8, 1),)) + ellipse(x + 33, y, 33, 9, "#3c2c40") + shadow(picture, x + 24, y + 80, 60, 12, 0.4) for x, y, tone in ((596, 650, "#3d5472"), (742, 712, "#7a4a52")))
    return flat("230 640!; 900 640!; 1460 1120!; -300 1120!", wood) + seams + grain + brush("230 641; 560 637; 900 642", 6, "#ffffff", opacity=0.7) + mugs + concertina


def _concertina(picture: Picture) -> str:
    bellows = "".join(shape(f"{150 + k * 15} {770 + k % 2 * 4}!; {166 + k * 15} 768!; {168 + k * 15} 894!; {152 + k * 15} {898 - k % 2 * 4}!", picture.linear((150 + k * 15, 0), (168 + k * 15, 0), (0, "#2c2c58", 1), (0.6, "#5a4a6c", 1), (1, "#b9a8b4", 1))) for k in range(8))
    end = form(picture, "268 766!; 308 744!; 356 760!; 372 826!; 350 890!; 304 908!; 270 896!", picture.linear((268, 0), (372, 0), (0, "#4a3048", 1), (0.6, "#7d4a52", 1), (1, "#d9a890", 1)), "".join(disc(302 + k % 3 * 20, 794 + k // 3 * 26, 6, "#f0f2f6") for k in range(9)), rims=(Rim(4, -4, "#ffffff", 0.9, 1.2),))
    return shadow(picture, 250, 910, 170, 26, 0.5) + form(picture, "108 774!; 140 756!; 160 770!; 162 896!; 138 912!; 108 900!", "#33305c", rims=(Rim(-3, -2, "#8a94bc", 0.7, 1),)) + bellows + end


def _page(picture: Picture) -> str:
    """Old paper, a copied verse, one line of it a syllable too long."""
    sheet = form(picture, "520 752!; 752 742!; 806 930!; 500 948!", picture.linear((500, 742), (780, 940), (0, "#f7efdc", 1), (0.5, "#efe2c6", 1), (1, "#cdbda8", 1)), shape("520 752!; 600 749!; 560 946!; 500 948!", "#ffffff", opacity=0.25), rims=(Rim(-3, -3, "#ffffff", 0.9, 0.8), Rim(3, 3, "#8a7a78", 0.6, 1)))
    lines = "".join(stroke(line, "#4a4064", 4.5, opacity=0.75) for line in _verse(((552, 784, 150), (548, 808, 166), (546, 832, 158), (542, 858, 206), (540, 884, 160), (538, 910, 150))))
    plastic = flat("508 742!; 764 730!; 822 942!; 486 962!", "#eaf2fa", opacity=0.28) + stroke("508 742!; 764 730!; 822 942!; 486 962!; 508 742!", "#ffffff", 3, opacity=0.8) + flat("690 734!; 742 732!; 640 950!; 560 956!", "#ffffff", opacity=0.3) + "".join(disc(502 - k * 7, 790 + k * 50, 5, "#8a8ca8") for k in range(3))
    fold = stroke("500 850; 560 846; 660 840; 782 834", "#b9a890", 3, opacity=0.8) + stroke("648 746; 650 850; 656 938", "#b9a890", 3, opacity=0.6)
    return shadow(picture, 660, 946, 190, 18, 0.45) + sheet + fold + lines + plastic


def _verse(rows: tuple[tuple[float, float, float], ...]) -> list[str]:
    words = []
    for x, y, long in rows:
        at, k = x, 0
        while at < x + long - 12:
            wide = (26, 14, 38, 20, 30)[(k + int(y)) % 5]
            words.append(f"{at} {y + (at - x) * -0.05:.0f}; {at + wide * 0.5:.0f} {y - 4 + (at - x) * -0.05:.0f}; {min(at + wide, x + long):.0f} {y + (at - x) * -0.05:.0f}")
            at, k = at + wide + 12, k + 1
    return words


def _hands(picture: Picture) -> str:
    cuff = form(picture, limb("872 826; 846 836", (64, 60)), "#dfe2ea", rims=(Rim(-3, -5, "#ffffff", 1, 1),))
    his = shadow(picture, 800, 884, 130, 18, 0.4) + cuff + sleeve(picture, "1010 560; 1046 720; 880 822", (130, 118, 72), RUST, *GREY[:1], creases=("1050 700; 1010 730; 980 720", "960 750; 950 790; 930 810")) + picture.stamp(848, 830, 0.84, resting(picture, GLOVE), flip=True, turn=-6)
    kept = sleeve(picture, "150 600; 110 760; 250 816", (116, 104, 66), WOOL, *GREY[:1], creases=("90 740; 124 764; 160 756",)) + picture.stamp(256, 806, 0.78, resting(picture, PALE), turn=8)
    left = sleeve(picture, "250 1140; 330 1070; 420 1010", (150, 120, 78), TEAL, Rim(3, -8, "#e4ecf2", 0.9, 1.5), creases=("330 1010; 346 1050; 330 1090",)) + picture.stamp(424, 1004, 0.92, pinch(picture, PALE), turn=-36)
    return kept + his + left


def _near(picture: Picture) -> None:
    stick = brush("960 1060; 1120 1010; 1330 980", 17, "#6a5468", "even") + brush("962 1055; 1120 1005; 1330 976", 6, "#f0e2d0", "even")
    veil = box(1040, -16, 900, 1112, picture.linear((1040, 0), (1936, 0), (0, "#171a40", 0), (1, "#171a40", 0.6)))
    chair = shape("1240 1120!; 1250 980; 1300 920; 1420 900; 1540 920; 1590 990; 1600 1120!", "#1a1c44") + brush("1254 978; 1304 924; 1420 905", 7, "#8a94bc", opacity=0.7)
    picture.add("near", veil, group(stick, filter=picture.blur(4, 0.05)), group(chair, filter=picture.blur(4, 0.05)))
