"""Cycles of the success map h and of the clipped update at exact parameters, with mpmath at 60 digits.

For each cycle: a point, found as a sign change of f^k(x) - x in x = logit p and refined by bisection, its multiplier (f^k)'(p) by central
differences, and the first n at which the orbit of p_ref lies in the box.  The clipped update is computed as the zero of the decreasing
derivative of its objective, not by its closed form.  Writes cycles.tsv beside this file.

    python3 cycles.py
"""

import os
from fractions import Fraction

from mpmath import exp, log, mp, mpf, sqrt

mp.dps = 60


def number(text):
    q = Fraction(text)
    return mpf(q.numerator) / q.denominator


def weights(p, eps):
    s = sqrt(p * (1 - p) + eps)
    return (1 - p) / s, p / s


def sigma(x):
    return 1 / (1 + exp(-x)) if x > 0 else exp(x) / (1 + exp(x))


def logit(p):
    return log(p / (1 - p))


def free(p_ref, beta, eps):
    def f(p):
        plus, minus = weights(p, eps)
        return sigma(logit(p_ref) + (plus + minus) / beta)
    return f


def clipped(p_ref, beta, eps, e):
    """argmax over q of w+ min(q, c+) + w- min(q, c-) - beta KL(q, p_ref): its derivative decreases, with jumps at c+ and c-."""
    def f(p):
        plus, minus = weights(p, eps)
        up, down = (1 + e) * p, 1 - (1 - e) * (1 - p)
        slope = lambda q: (plus if q < up else 0) + (minus if q < down else 0) - beta * (logit(q) - logit(p_ref))
        kinks = sorted(c for c in (up, down) if 0 < c < 1)
        for c in kinks:
            if slope(c * (1 - mpf(10) ** -50)) >= 0 >= slope(c):
                return c
        for wp in (plus, 0):
            for wm in (minus, 0):
                q = sigma(logit(p_ref) + (wp + wm) / beta)
                if (wp != 0) == (q < up) and (wm != 0) == (q < down):
                    return q
        raise ValueError("no maximiser")
    return f


def iterate(f, p, n):
    for _ in range(n):
        p = f(p)
    return p


def cycle(name, f, p_ref, k, low, high):
    """The one point of period k in [low, high]."""
    a, b = logit(number(low)), logit(number(high))
    g = lambda x: logit(iterate(f, sigma(x), k)) - x
    sign = g(a)
    assert sign * g(b) < 0, f"{name}: no change of sign"
    while b - a > mpf(10) ** -50:
        m = (a + b) / 2
        if g(m) * sign > 0:
            a = m
        else:
            b = m
    p = sigma((a + b) / 2)
    for j in range(1, k):
        assert abs(iterate(f, p, j) - p) > mpf(10) ** -6, f"{name}: the period divides {j}"
    step = mpf(10) ** -20
    multiplier = (iterate(f, p + step, k) - iterate(f, p - step, k)) / (2 * step)
    n, q = 0, p_ref
    while n < 2000 and not number(low) < q < number(high):
        n, q = n + 1, f(q)
    orbit = [mp.nstr(iterate(f, p, j), 25) for j in range(k)]
    return name, k, low, high, mp.nstr(multiplier, 20), n if n < 2000 else "", " ".join(orbit)


POINTS = {
    "S2": ("1/200", "3/2", "1/1000", None),
    "S7": ("1/1000", "1", "1/100", None),
    "S13": ("1/500", "2", "0", None),
    "S8": ("1/2500", "2/3", "1/100", None),
    "S15": ("1/110", "1", "0", "3/10"),
    "S16": ("1/125", "1", "0", "1/2"),
}

CYCLES = [
    ("F10-CE1-point", "S2", 2, "0.0195", "0.0205"), ("F10-CE1-repelling", "S2", 1, "0.0665", "0.0667"),
    ("F10-CE2-point", "S7", 2, "0.0076", "0.0079"), ("F10-CE2-repelling", "S7", 1, "0.0540", "0.0541"),
    ("F10-CE3-point", "S13", 2, "0.0055", "0.0057"), ("F10-CE3-repelling", "S13", 1, "0.0325", "0.0326"),
    ("F15-period-three-point", "S8", 3, "0.007595", "0.007625"), ("F15-period-three-repelling", "S8", 1, "0.0752", "0.0754"),
    ("F15-cycle-of-2", "S8", 2, "0.8128", "0.8129"), ("F15-cycle-of-3", "S8", 3, "0.4344", "0.4345"),
    ("F15-cycle-of-5", "S8", 5, "0.27637", "0.27639"), ("F15-cycle-of-7", "S8", 7, "0.22242", "0.22243"),
    ("J10-CEA-point", "S15", 2, "0.12265", "0.12350"), ("J10-CEA-repelling", "S15", 1, "0.140", "0.141"),
    ("J10-CEB-point", "S16", 2, "0.10785", "0.10865"), ("J10-CEB-repelling", "S16", 1, "0.1325", "0.1335"),
]


def main():
    rows = []
    for name, point, k, low, high in CYCLES:
        p_ref, beta, eps, e = POINTS[point]
        r, b, s = number(p_ref), number(beta), number(eps)
        f = free(r, b, s) if e is None else clipped(r, b, s, number(e))
        rows.append(cycle(name, f, r, k, low, high))
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cycles.tsv")
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("name\tperiod\tlow\thigh\tmultiplier\tentry\torbit\n")
        for row in rows:
            file.write("\t".join(str(x) for x in row) + "\n")


if __name__ == "__main__":
    main()
