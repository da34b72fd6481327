"""The coins that a game flips, as whole numbers: the same on both sides, so that what is sent is what is reckoned with."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal, localcontext

WHOLE = 2**48
_DIGITS = 60


def weights(options: int, epsilon: int) -> tuple[int, int]:
    """Returns how many of 2**48 cases are the true answer, and how many each wrong one; epsilon is in thousandths.

    One case goes from the truth to every lie, so that their ratio never exceeds e^epsilon.
    """
    with localcontext() as context:
        context.prec = _DIGITS
        lie = int((WHOLE / ((Decimal(epsilon) / 1000).exp() + options - 1)).to_integral_value(ROUND_FLOOR)) + 1
    return WHOLE - (options - 1) * lie, lie
