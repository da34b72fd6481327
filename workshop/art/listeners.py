"""Those who came to hear Wet Cardboard: Two Seeded, Nilu and Jorin on plastic chairs, from behind and in profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.art import heads
from workshop.art.brush import limb, mark, oval
from workshop.art.light import Rim, form, shadow
from workshop.art.people import AQUA, BROWN, FAIR, placed, profile
from workshop.art.svg import box, disc, ellipse, group, shape, stroke

if TYPE_CHECKING:
    from workshop.art.svg import Picture


# A shape stays one line of numbers.
# fmt: off

def _chair(picture: Picture, x: float, top: float, half: float) -> str:
    plastic = picture.linear((-110, 0), (110, 0), (0, "#5f7fa8", 1), (0.35, "#6a6294", 1), (0.8, "#b58a94", 1), (1, "#ffd7a6", 1))
    outline = "-118 260!; -110 90; -100 20; -70 0; 70 0; 100 20; 110 90; 118 260!"
    slots = "".join(box(k * 33 - 8, 34, 16, 200, "#1d1f48", 8, opacity=0.8) for k in (-2, -1, 0, 1, 2))
    back = form(picture, outline, plastic, slots, rims=(Rim(5, -6, "#fff0d2", 0.9, 1.5), Rim(-4, -2, "#9fdcd6", 0.6, 1.2)))
    return picture.stamp(x, top, round(half / 110, 2), back)


def two_seeded(picture: Picture) -> str:
    """Eighty-three, in from Aqua Gentle that was not on: wet white hair, big ears, his towel round his neck."""
    gown = picture.linear((30, 0), (276, 0), (0, "#2f4670", 1), (0.5, "#3d3a66", 1), (0.85, "#7a5468", 1), (1, "#d99a74", 1))
    body = form(picture, "22 1110!; 30 1000; 54 926; 98 896; 150 888; 202 896; 246 926; 270 1000; 280 1110!", gown, mark("84 920; 96 1000; 88 1090", 11, "#262e5a", "leaf"), mark("218 920; 206 1000; 214 1090", 11, "#40345c", "leaf"), rims=(Rim(7, -5, "#ffc488", 0.9, 1.5), Rim(-5, -3, "#9fdcd6", 0.75, 1.2)))
    neck = form(picture, "122 820!; 186 820!; 190 876!; 116 876!", FAIR.shade, mark("130 850; 152 858; 178 850", 4, FAIR.deep), mark("132 864; 152 872; 178 864", 4, FAIR.deep), rims=(Rim(10, 0, FAIR.band, 1, 1), Rim(5, 0, FAIR.lit, 0.9, 1)))
    cloth = picture.linear((70, 0), (232, 0), (0, "#7d9cb8", 1), (0.45, "#8a7a9e", 1), (0.8, "#e0ac94", 1), (1, "#fff0d2", 1))
    stripes = "".join(mark(line, 9, "#4f7a92", "even", opacity=0.7) for line in ("70 952; 86 960; 106 952", "68 972; 86 980; 104 972", "196 952; 214 960; 234 952", "198 972; 216 980; 236 972"))
    towel = form(picture, "76 1004!; 72 940; 84 890; 112 862; 152 872; 192 862; 220 890; 232 940; 230 1004!; 198 1004!; 196 946; 186 916; 152 922; 118 916; 106 946; 104 1004!", cloth, stripes, mark("92 896; 150 916; 214 896", 7, "#5f5480", opacity=0.8), rims=(Rim(5, -5, "#fff2d6", 0.95, 1.2), Rim(-4, -3, "#c9ece6", 0.8, 1)))
    ears = form(picture, "204 770; 220 756; 228 776; 220 806; 206 812", FAIR.band, mark("212 772; 220 782; 212 800", 3, FAIR.shade), rims=(Rim(4, -3, FAIR.lit, 1, 1),)) + form(picture, "102 772; 88 758; 80 778; 88 806; 102 812", FAIR.shade, rims=(Rim(-3, -2, "#9fdcd6", 0.7, 1),))
    skull = form(picture, "104 800; 100 752; 112 712; 138 692; 172 694; 200 716; 208 756; 202 800; 186 832; 154 842; 120 832", FAIR.shade, rims=(Rim(8, -2, FAIR.band, 1, 2),))
    white = picture.linear((94, 0), (214, 0), (0, "#6f8cb0", 1), (0.4, "#8078a4", 1), (0.75, "#cdaaa0", 1), (1, "#fff2da", 1))
    strands = "".join(mark(line, 4, "#5f5a8a", "leaf", opacity=0.75) for line in ("160 704; 130 738; 118 800", "164 712; 150 764; 148 812", "168 708; 184 754; 182 806", "156 698; 118 716; 106 770", "172 698; 200 728; 204 780"))
    hair = form(picture, "98 784; 94 744; 104 706; 130 684; 162 678; 198 698; 215 746; 210 784; 202 806!; 190 815; 180 811!; 162 822; 142 813!; 126 819; 112 806!", white, strands, rims=(Rim(5, -4, "#fffbe8", 0.9, 1.2), Rim(-4, -3, "#c9f0e8", 0.85, 1)))
    return group(body, group(neck, ears, skull, hair, transform="rotate(4 152 870)"), towel, _chair(picture, 150, 990, 112))


def nilu(picture: Picture) -> str:
    """Eighteen, her book on compressors against the ketchup, a pencil in the margin."""
    knit = picture.linear((340, 0), (530, 0), (0, "#4a2f5a", 1), (0.45, "#64355c", 1), (0.8, "#a85a60", 1), (1, "#f0a878", 1))
    warm_edge = Rim(7, -5, "#ffc488", 0.95, 1.5)
    body = form(picture, "328 1110!; 334 1000; 350 934; 384 900; 424 888; 466 896; 496 930; 510 1000; 516 1110!", knit, mark("384 920; 394 1000; 386 1080", 10, "#38234c", "leaf"), mark("440 930; 452 1000; 446 1080", 9, "#4c2a50", "leaf"), rims=(warm_edge, Rim(-5, -3, "#86c6c6", 0.7, 1.2)))
    collar = form(picture, "378 902; 390 878; 426 884; 464 878; 478 902; 430 916", "#50305a", rims=(Rim(4, -3, "#f0b482", 0.85, 1),))
    face = placed(384, 734, 0.62, heads.nilu(picture), turn=11)
    upper = form(picture, limb("470 922; 510 984; 530 1004", (52, 48, 40), 0.42), knit, mark("498 990; 516 984; 534 970", 7, "#4a2848", "leaf"), rims=(warm_edge,))
    fore = form(picture, limb("524 1006; 556 972; 582 944", (40, 34, 24)), "#6e3a58", rims=(Rim(-3, -5, "#f0b07c", 0.9, 1),))
    pencil = stroke("572 916; 606 944", "#f2c14e", 5) + stroke("604 942; 610 947", "#2a1730", 3.5)
    hand = form(picture, "572 950; 572 934; 584 924; 598 926; 606 936; 600 948; 586 954", BROWN.band, mark("578 932; 590 926; 602 934", 6, BROWN.lit), mark("584 946; 594 942; 602 944", 3, BROWN.deep))
    return group(_table(picture), face, body, collar, upper, fore, pencil, hand, _chair(picture, 410, 1008, 98))


def _table(picture: Picture) -> str:
    top = form(picture, oval(624, 984, 124, 26), picture.linear((500, 0), (750, 0), (0, "#8a5a60", 1), (0.6, "#d99a70", 1), (1, "#ffd9a0", 1)), rims=(Rim(3, 5, "#3a2048", 0.7, 1),)) + box(612, 1008, 22, 100, "#1c1a42")
    red = picture.linear((640, 0), (690, 0), (0, "#6e2434", 1), (0.55, "#c23c34", 1), (1, "#ff9a68", 1))
    bottle = form(picture, "642 984!; 642 900; 648 876; 658 862!; 676 862!; 686 876; 692 900; 692 984!", red, rims=(Rim(4, -2, "#ffd8a8", 0.9, 1),)) + shape("658 864!; 664 828!; 670 828!; 676 864!", "#f3dcc0") + box(655, 858, 24, 9, "#e8c8a8", 3)
    left, right = "570 976!; 634 988!; 660 892!; 598 880!", "634 988!; 690 974!; 712 884!; 660 892!"
    lines = "".join(stroke(f"{598 - k * 7} {896 + k * 20}; {644 - k * 6} {904 + k * 20}", "#8a6a70", 3, opacity=0.7) + stroke(f"{668 - k * 5} {904 + k * 20}; {700 - k * 4} {897 + k * 20}", "#a8846c", 3, opacity=0.6) for k in range(4))
    pages = shape(left, "#d9b8a4") + shape(right, "#fff0d0") + lines + mark("660 892; 646 940; 634 988", 4, "#7a4a50", "even", opacity=0.8)
    return group(top, shadow(picture, 650, 986, 70, 12, 0.5), bottle, pages)


def jorin(picture: Picture) -> str:
    """Broad, ginger, in a rust-coloured coat; he has turned his chair until all he sees is the drummer's left hand."""
    rust = picture.linear((760, 0), (1050, 0), (0, "#5f4a58", 1), (0.2, "#7a3c38", 1), (0.55, "#94482f", 1), (0.85, "#c9683c", 1), (1, "#f0a060", 1))
    warm_edge, cold = Rim(7, -5, "#ffc488", 0.95, 1.5), Rim(-5, -3, "#a8d8d0", 0.8, 1.2)
    body = form(picture, "764 1110!; 770 1000; 792 930; 838 896; 902 884; 968 896; 1016 930; 1040 1000; 1048 1110!", rust, mark("836 916; 852 1000; 842 1100", 13, "#5a2a34", "leaf"), mark("966 916; 950 1000; 962 1100", 13, "#6e3230", "leaf"), mark("902 930; 906 1010; 902 1090", 8, "#6e3230", "leaf"), rims=(warm_edge, cold))
    collar = form(picture, "844 916; 858 880; 880 872; 908 884; 940 872; 962 882; 972 916; 908 934", "#5a2c34", mark("862 904; 908 918; 956 904", 7, "#3a1c30"), rims=(Rim(5, -4, "#f0a868", 0.9, 1), Rim(-4, -2, "#9fc8c4", 0.7, 1)))
    beard = shape("92 140!; 102 148; 112 176; 132 188; 152 184!; 168 194; 172 206; 162 222; 140 228; 112 218; 94 196; 84 160", "#8a4434", opacity=0.6)
    face = shape("878 826!; 948 806!; 958 900!; 864 900!", AQUA.shade) + picture.stamp(962, 726, 0.66, profile(picture, AQUA, lid=0.5), flip=True, turn=-7) + placed(962, 726, 0.66, beard, flip=True, turn=-7)
    return group(face, body, _curls(picture), collar, group(_chair(picture, 902, 990, 126), transform="translate(0 86) skewY(-5.4)"))


def _curls(picture: Picture) -> str:
    cool, dark, copper, bright = (
        disc(0, 0, 20, "#5a2a30") + shape("-15 4; -10 -11; 4 -15; 14 -7; 15 4!; 8 -5; -1 -7; -8 0", tone) for tone in ("#8f8080", "#96483a", "#c9683c", "#f0a060")
    )
    heap = (
        (846, 738, 17, cool, -60), (902, 764, 26, dark, 10), (872, 746, 25, dark, -30), (936, 800, 27, dark, 50), (944, 764, 27, copper, 30), (910, 734, 27, copper, -10), (858, 720, 22, dark, -40), (882, 704, 24, copper, -20),
        (912, 696, 25, bright, 0), (942, 706, 25, bright, 20), (964, 728, 24, bright, 40), (978, 756, 23, bright, 60), (982, 788, 22, bright, 80), (974, 820, 22, copper, 90), (954, 842, 20, copper, 110), (926, 834, 22, dark, 80),
    )
    base = ellipse(934, 772, 46, 66, "#5a2a30")
    return base + "".join(picture.stamp(x, y, r / 20, curl, turn=turn) for x, y, r, curl, turn in heap) + ellipse(844, 726, 10, 13, "none", 20, stroke="#2a1730", stroke_width=3.5) + stroke("854 730; 892 764", "#2a1730", 3.5)
