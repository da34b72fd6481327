// SECOND VERSE
// One file a scene. Knots, stitches and labels keep their names: saves and skips point at them.
// What each number means stands in README.md; none of them is ever shown.

VAR sana = 1
VAR rae = 1
VAR pauli = 0
VAR said = 0
VAR debt = 0
VAR door = 0
VAR fenn = 0
VAR out = 0
VAR night = 0

-> pool_cafe

INCLUDE chapters/1-1-pool-cafe.ink
INCLUDE chapters/1-2-weighhouse.ink
INCLUDE chapters/1-3-bakery.ink
INCLUDE chapters/1-4-mums-kitchen.ink
INCLUDE chapters/1-5-first-supper.ink
INCLUDE chapters/1-6-studio-bus.ink
INCLUDE chapters/2-1-beet-pad.ink
INCLUDE chapters/2-2-eight-names.ink
INCLUDE chapters/2-3-found-verse.ink
INCLUDE chapters/2-4-canal-ice.ink
INCLUDE chapters/2-5-winter-supper.ink
INCLUDE chapters/2-6-forty-soft.ink
INCLUDE chapters/3-1-programmes.ink
INCLUDE chapters/3-2-first-leaving.ink
INCLUDE chapters/3-3-nineteen-days.ink
INCLUDE chapters/3-4-bellevue-foyer.ink
INCLUDE chapters/3-5-car-park.ink
INCLUDE chapters/3-6-room-14.ink
INCLUDE chapters/4-1-works-quiet.ink
INCLUDE chapters/4-2-stage-plot.ink
INCLUDE chapters/4-3-lease.ink
INCLUDE chapters/4-4-fenns-fill.ink
INCLUDE chapters/4-5-launderette.ink
INCLUDE chapters/4-6-weighhouse-last.ink
INCLUDE chapters/5-endings.ink
