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

-> pool_cafe

INCLUDE chapters/1-1-pool-cafe.ink
INCLUDE chapters/1-2-weighhouse.ink
INCLUDE chapters/1-3-bakery.ink
INCLUDE chapters/1-4-mums-kitchen.ink
INCLUDE chapters/1-5-first-supper.ink
INCLUDE chapters/1-6-studio-bus.ink
