#!/usr/bin/env python3
"""Writes interval_points.csv: function, bits of the argument x, bits of the largest double at most f(x).

mpmath at 4000 bits; deterministic. Usage: interval_points.py [points per function] [seed] > interval_points.csv
"""
import math
import random
import struct
import sys

import mpmath as mp

mp.mp.prec = 4000
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 120
RANDOM = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 7)


def bits(x):
    return struct.pack(">d", x).hex()


def floor_double(v):
    if v > mp.mpf(sys.float_info.max):
        return sys.float_info.max
    f = float(v)
    while mp.mpf(f) > v:
        f = math.nextafter(f, -math.inf)
    while mp.mpf(math.nextafter(f, math.inf)) <= v:
        f = math.nextafter(f, math.inf)
    return f


def around(*centres):
    out = []
    for c in centres:
        out += [c, math.nextafter(c, math.inf), math.nextafter(c, -math.inf)]
    return out


def spread(lo, hi):
    """Log-uniform magnitudes between 2^lo and 2^hi."""
    return lambda: math.ldexp(RANDOM.uniform(0.5, 1), RANDOM.randint(lo, hi))


def signed(f):
    return lambda: RANDOM.choice((-1, 1)) * f()


def uniform(a, b):
    return lambda: RANDOM.uniform(a, b)


TINY = [2.0**-60, 2.0**-30, 2.0**-1074, 2.0**-1022, 1e-300]
STEP = math.log(2) / 64
BREAKS = [0.5 * STEP, 1.5 * STEP, math.log(2), 1.0, 2.0**-7]
CASES = {
    "exp": (mp.exp, [uniform(-745.2, 709.8), uniform(-1, 1), signed(spread(-80, 9)), uniform(-746, -708)],
            around(*BREAKS, 709.78, -708.4, -745.13, 40.0)),
    "expm1": (mp.expm1, [uniform(-60, 709.7), uniform(-0.02, 0.02), signed(spread(-70, 5)), signed(spread(-1070, 0))],
              around(*TINY, *BREAKS, -50.0, 600.0)),
    "log": (mp.log, [uniform(0.5, 2), uniform(0.99, 1.01), spread(-1073, 1024), lambda: 1 + signed(spread(-52, -1))()],
            around(2.0, 0.5, 2.0**-1022, 1e-290, 1.0078125, 0.99609375, sys.float_info.max)[:-2]),
    "log1p": (mp.log1p, [uniform(-1, 2), uniform(-0.01, 0.01), signed(spread(-70, -1)), spread(-1070, 1023)],
              around(*TINY, *BREAKS, 0.0078125, -0.0078125, -0.5)),
    "cosh": (mp.cosh, [uniform(-45, 45), uniform(-1, 1), signed(spread(-40, 9)), uniform(40, 710.4)],
             around(2.0**-30, 40.0, 710.4, *BREAKS)),
    "sinh": (mp.sinh, [uniform(-45, 45), uniform(-0.02, 0.02), signed(spread(-40, 9)), signed(spread(-1070, -1))],
             around(*TINY, *BREAKS, 40.0, 710.4)),
    "asinh": (mp.asinh, [uniform(-3, 3), uniform(-0.02, 0.02), signed(spread(-40, 60)), signed(spread(-1070, 1023))],
              around(*TINY, *BREAKS, 2.0**40)),
    "atanh": (mp.atanh, [uniform(-1, 1), uniform(-0.02, 0.02), signed(spread(-1070, -1)), lambda: 1 - spread(-52, -1)()],
              around(*TINY, *BREAKS[:2], 0.5)),
    "logistic": (lambda x: 1 / (1 + mp.exp(-x)), [uniform(-750, 120), uniform(-2, 2), signed(spread(-60, 6)), uniform(-45, 45)],
                 around(-600.0, -708.4, -745.13, 36.7, 40.0, *BREAKS)),
}

for name, (function, generators, corners) in CASES.items():
    points = corners + [g() for g in generators for _ in range(COUNT // 4)]
    for x in points:
        if x in (0, 1) and name in ("log", "atanh") or x == 0:
            continue
        print(name, bits(x), bits(floor_double(function(mp.mpf(x)))), sep=",")
