#!/usr/bin/env python3
"""Writes derivative_points.csv: function, x (fraction), f, f', f'' to 40 digits (mpmath's own numerical differentiation at 300 digits)."""
import mpmath as mp

mp.mp.dps = 300
FUNCTIONS = {
    "exp": (mp.exp, ["-3/2", "1/3", "7"]),
    "expm1": (mp.expm1, ["-3/2", "1/300", "7"]),
    "log": (mp.log, ["1/7", "5/4", "300"]),
    "log1p": (mp.log1p, ["-1/2", "1/300", "12"]),
    "sqrt": (mp.sqrt, ["1/9", "2", "300"]),
    "rsqrt": (lambda x: 1 / mp.sqrt(x), ["1/9", "2", "300"]),
    "cosh": (mp.cosh, ["-3", "1/5", "4"]),
    "sinh": (mp.sinh, ["-3", "1/5", "4"]),
    "asinh": (mp.asinh, ["-3", "1/5", "400"]),
    "atanh": (mp.atanh, ["-9/10", "1/5", "1/2"]),
    "logistic": (lambda x: 1 / (1 + mp.exp(-x)), ["-30", "-1/2", "1", "30"]),
    "pow5": (lambda x: x**5, ["-3/2", "2/3", "4"]),
    "square": (lambda x: x**2, ["-3/2", "2/3", "4"]),
    "quotient": (lambda x: (x * x + 1) / (x + 3), ["-3/2", "2/3", "4"]),
    "success": (lambda x: 1 / (1 + 9 * mp.exp(-1 / mp.sqrt(x * (1 - x) + mp.mpf(1) / 1000))), ["1/10", "1/2", "9/10"]),
    "kinked": (lambda x: max(min(x * x, 2), abs(x) / 2) + abs(x - 3), ["-3/2", "1/4", "1", "7/2"]),
}

for name, (f, points) in FUNCTIONS.items():
    for text in points:
        n, _, d = text.partition("/")
        x = mp.mpf(n) / mp.mpf(d or 1)
        h = mp.mpf(10) ** -60
        first = (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) / (12 * h)
        second = (-f(x - 2 * h) + 16 * f(x - h) - 30 * f(x) + 16 * f(x + h) - f(x + 2 * h)) / (12 * h * h)
        print(name, text, *(mp.nstr(v if abs(v) > 1e-90 else mp.mpf(0), 40) for v in (f(x), first, second)), sep=",")
