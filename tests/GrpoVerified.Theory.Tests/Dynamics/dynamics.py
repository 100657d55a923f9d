#!/usr/bin/env python3
"""Writes orbits.json and fixed_points.json: iterates and fixed points computed with mpmath.

Needs python3 and mpmath. The update is written from its definition: the anchor's log-odds plus the whitening factor
over beta; the clipped update is the maximiser of its concave objective, found by bisection on the slope; a finite
group's factor is the expectation over all groups. Orbits are computed at 300 and at 420 working digits and agree to
45 digits; fixed points are found by a scan for changes of sign and bisection, at two working precisions likewise.
Run: python3 dynamics.py
"""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'Formulas'))

from mpmath import mp, mpf, log, exp, sqrt, binomial  # noqa: E402
from formulas import num, pair, sigma, bisect, root  # noqa: E402


def case(reference, beta, epsilon, **variant):
    return {'reference': reference, 'beta': beta, 'epsilon': epsilon, **variant}


def step_of(c):
    """x -> next x, and the weight of the reference in the anchor."""
    r, b, e = pair(c['reference']), num(c['beta']), num(c['epsilon'])
    x0 = log(r[0] / r[1])
    alpha = {'Mirror': mpf(0), 'TwoKl': num(c.get('alpha', '1'))}.get(c.get('regulariser'), mpf(1))
    g = c.get('groupSize')
    mean_only = c.get('normalisation') == 'MeanOnly'
    outside = c.get('placement') == 'Outside'

    def smooth(v):
        return 1 / (sqrt(v) + e) if outside else 1 / sqrt(v + e)

    if g and not mean_only:
        divisor = g * (g - 1) if c.get('deviation') == 'Sample' else g * g
        deviations = [smooth(mpf(k * (g - k)) / divisor) for k in range(1, g)]

    def factor(x):
        p, q = sigma(x)
        if mean_only:
            return mpf(g - 1) / g if g else mpf(1)
        if g:
            return sum(binomial(g - 1, j) * p ** j * q ** (g - 1 - j) * (1 - mpf(j + 1) / g) * deviations[j] for j in range(g - 1)) / q
        return smooth(p * q)

    def step(x):
        anchor = alpha * x0 + (1 - alpha) * x
        w = factor(x)
        if 'clip' not in c:
            return anchor + w / b
        lo, hi = (num(t) for t in c['clip'])
        p, q = sigma(x)
        plus, minus = p * (1 + hi), p + lo * q
        xplus = mp.inf if plus >= 1 else log(plus / (q - p * hi))
        xminus = mp.inf if minus >= 1 else log(minus / (q * (1 - lo)))

        def rising(t):
            return (w * q if t < xplus else 0) + (w * p if t < xminus else 0) - b * (t - anchor)
        y = bisect(rising, anchor - 1, anchor + w / b + 1)
        for kink in (xplus, xminus):
            if kink != mp.inf and abs(y - kink) < mpf(10) ** (5 - mp.dps) * max(1, abs(kink)):
                y = kink
        return y

    return step, x0, alpha, factor, b


def digits(v, n):
    return mp.nstr(v, n, min_fixed=-3, max_fixed=20, strip_zeros=False)


ORBITS = [
    (case('1/10', '1', '1/1000'), [1, 2, 5, 30]),
    (case('1/200', '3/2', '1/1000'), [1, 2, 20, 61]),
    (case('3/4', '1/2', '1/100'), [1, 2, 10]),
    (case('2/5', '4', '1/10'), [1, 10]),
    (case('1/1000', '1', '1/100'), [3, 60]),
    (case('1/2500', '2/3', '1/100'), [10, 58, 120]),
    (case('1/10000', '3/5', '1/100'), [1, 10, 50, 100, 150, 199, 200]),
    (case('1/100', '1', '1/1000'), [1, 2, 10]),
    (case('1/3', '2', '1e-6'), [1, 2, 40]),
    (case('1/500', '2', '0'), [1, 5, 40]),
    (case('1/10', '1', '1e-30'), [1, 2, 20]),
    (case('1e-12', '1/2', '1e-6'), [1, 2, 3]),
    (case('1/10', '1000000', '1000000'), [1, 2, 20]),
    (case('1/10', '10', '1/100', regulariser='Mirror'), [1, 5, 100]),
    (case('1/10', '1', '1/1000', regulariser='TwoKl', alpha='1/2'), [1, 3, 40]),
    (case('1/1000', '4', '1/100', regulariser='TwoKl', alpha='1/4'), [1, 10, 60]),
    (case('1/10', '2', '0', regulariser='TwoKl', alpha='1/3', normalisation='MeanOnly'), [1, 2, 20]),
    (case('1/10', '1', '1/10000', placement='Outside'), [1, 2, 20]),
    (case('1/10', '1', '0', groupSize=2), [1, 2]),
    (case('1/10', '1', '1/1000', groupSize=3), [1, 2]),
    (case('1/10', '1', '0', groupSize=8), [1, 2, 20]),
    (case('1/200', '1', '1/1000', groupSize=8, deviation='Sample', placement='Outside'), [1, 2, 20]),
    (case('1/10', '1', '0', groupSize=64), [1, 2, 12]),
    (case('1/10', '2', '0', groupSize=8, normalisation='MeanOnly'), [1, 2]),
    (case('1/10', '1', '1/1000', clip=['1/5', '1/5']), [1, 7, 8, 12]),
    (case('1/110', '1', '0', clip=['3/10', '3/10']), [1, 14, 40]),
    (case('1/125', '1', '0', clip=['1/2', '1/2']), [5, 98]),
    (case('3/4', '1/2', '1/100', clip=['1/5', '7/25']), [1, 3, 10]),
    (case('1/10', '1', '1/1000', clip=['1/5', '1/5'], regulariser='Mirror'), [1, 2, 8]),
    (case('1/10', '2', '1/100', clip=['1/5', '1/10'], regulariser='TwoKl', alpha='1/2'), [1, 2, 15]),
]

FIXED = [
    (case('1/10', '1', '1/1000'), 1000),
    (case('1/200', '3/2', '1/1000'), 60),
    (case('1/10', '1', '0'), 1000),
    (case('2/5', '4', '1/10'), 60),
    (case('1/100', '1', '1/1000'), 60),
    (case('1/3', '2', '1e-6'), 60),
    (case('1/10', '1/2303', '1e-6'), 1000),
    (case('1e-12', '1/3', '1/1000'), 60),
    (case('1/2', '1/12', '1/1000'), 60),
    (case('1/10', '2', '1/1000', regulariser='TwoKl', alpha='1/2'), 60),
    (case('1/10', '1', '1/100', placement='Outside'), 60),
    (case('1/10', '1', '0', groupSize=8), 60),
    (case('1/10', '1', '0', groupSize=64), 60),
    (case('1/200', '1/2', '1/1000', groupSize=16, deviation='Sample'), 60),
]


def orbit(c, steps):
    with mp.workdps(steps[1]):
        step, x, _, _, _ = step_of(c)
        values = {}
        for n in range(1, max(steps[0]) + 1):
            x = step(x)
            if n in steps[0]:
                values[n] = sigma(x)
        return values


def fixed_points(c, working):
    with mp.workdps(working):
        _, x0, alpha, factor, b = step_of(c)

        def residual(x):
            return x - x0 - factor(x) / (alpha * b)
        with mp.workdps(30):
            top = x0 + (1 / (alpha * b) / sqrt(num(c['epsilon'])) if num(c['epsilon']) > 0 else 60 + 4 * abs(x0)) + 1
            if c.get('placement') == 'Outside' and num(c['epsilon']) > 0:
                top = x0 + 1 / (alpha * b * num(c['epsilon'])) + 1
            if 'groupSize' in c:       # the factor of a finite group is below sqrt(G)
                top = x0 + sqrt(mpf(c['groupSize'])) / (alpha * b) + 1
            # fine where the map bends, coarse beyond
            near = [x0 + mpf(k) / 200 for k in range(0, 16000)]
            far = [near[-1] * (1 + mpf(k) / 50) for k in range(1, 3000)]
            grid = [x for x in near + far if x < top] + [top]
            signs = [residual(x) > 0 for x in grid]
            brackets = [(grid[i], grid[i + 1]) for i in range(len(grid) - 1) if signs[i] != signs[i + 1]]
        return [sigma(root(residual, lo, hi)) for lo, hi in brackets]


def agree(a, b, places):
    return abs(a - b) <= mpf(10) ** -places * abs(b)


def write_orbits():
    rows = []
    for c, steps in ORBITS:
        low, high = orbit(c, (steps, 300)), orbit(c, (steps, 420))
        for n in steps:
            with mp.workdps(420):
                assert all(agree(a, b, 45) for a, b in zip(low[n], high[n])), (c, n)
                rows.append({**c, 'step': n, 'success': digits(high[n][0], 40), 'failure': digits(high[n][1], 40)})
    write('orbits.json', rows)


def write_fixed_points():
    rows = []
    for c, places in FIXED:
        low, high = fixed_points(c, places + 50), fixed_points(c, places + 80)
        assert len(low) == len(high), c
        with mp.workdps(places + 80):
            for a, b in zip(low, high):
                assert all(agree(u, v, places + 5) for u, v in zip(a, b)), c
            rows.append({**c, 'digits': places, 'success': [digits(v[0], places) for v in high], 'failure': [digits(v[1], places) for v in high]})
    write('fixed_points.json', rows)


def write(name, rows):
    with open(os.path.join(HERE, name), 'w', encoding='utf-8', newline='\n') as out:
        out.write('[\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]\n')
    print(name, len(rows))


if __name__ == '__main__':
    write_orbits()
    write_fixed_points()
