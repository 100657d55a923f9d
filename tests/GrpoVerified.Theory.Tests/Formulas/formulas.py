#!/usr/bin/env python3
"""Writes formulas.json: 60 significant digits of every formula of GrpoVerified.Theory at exact arguments.

Needs python3 and mpmath. Every value is computed at 130 and at 180 working digits and the two must agree to
62 digits. Nothing here is taken from the C# sources: derivatives are finite differences of the defining
expression at six times the working digits, suprema and folds are zeros of such derivatives (Ridders' method), 2-cycles solve
their two defining equations, the clipped update is found by bisection on the slope of its concave objective, and
group weights are the expectation over all groups.

Arguments are text: a rational or decimal; a list is separated by ';'. Run: python3 formulas.py
"""
import itertools
import json
import os
from fractions import Fraction

from mpmath import mp, mpf, log, exp, sqrt, cosh, sinh, tanh, asin, acos, binomial, findroot

DIGITS = 60
WORKING = (130, 180)
LARGEST = 90000  # decimal exponents that a rational of the C# side may have


def exact(text):
    return Fraction(text)


def num(text):
    f = exact(text)
    return mpf(f.numerator) / f.denominator


def pair(text):
    """(p, 1-p), each correctly rounded."""
    f = exact(text)
    g = 1 - f
    return mpf(f.numerator) / f.denominator, mpf(g.numerator) / g.denominator


def numbers(text):
    return [num(t) for t in text.split(';')]


def flags(text):
    return [t == '1' for t in text.split(';')]


# ---- definitions -------------------------------------------------------------------------------------------------

def logodds(pq):
    return log(pq[0]) - log(pq[1])


def sigma(x):
    """(p, 1-p) at log-odds x."""
    return 1 / (1 + exp(-x)), 1 / (1 + exp(x))


def omega(pq, eps):
    return 1 / sqrt(pq[0] * pq[1] + eps)


def omega_x(x, eps):
    return omega(sigma(x), eps)


def omega_x_outside(x, e):
    p, q = sigma(x)
    return 1 / (sqrt(p * q) + e)


def slope(f, x, order=1):
    """Derivative by central differences of step 10^-d at 6d working digits (d the working digits): error about 10^-2d."""
    d = mp.dps
    with mp.workdps(6 * d):
        h = mpf(10) ** (-d) * max(abs(x), mpf(10) ** (-d // 3))
        if order == 1:
            v = (f(x + h) - f(x - h)) / (2 * h)
        elif order == 2:
            v = (f(x + h) - 2 * f(x) + f(x - h)) / h ** 2
        else:
            v = (f(x + 2 * h) - 2 * f(x + h) + 2 * f(x - h) - f(x - 2 * h)) / (2 * h ** 3)
    return +v


def bisect(f, lo, hi):
    """Zero or jump of f between lo and hi, where f changes sign; by bisection alone, to an absolute 10^-(d+10)."""
    d = mp.dps
    with mp.workdps(d + 20):
        lo, hi = mpf(lo), mpf(hi)
        up = f(hi) > 0
        assert (f(lo) > 0) != up, 'no change of sign'
        while hi - lo > mpf(10) ** (-d - 10):
            mid = (lo + hi) / 2
            if mid == lo or mid == hi:
                break
            if (f(mid) > 0) == up:
                hi = mid
            else:
                lo = mid
        return +((lo + hi) / 2)


def root(f, lo, hi):
    """Zero of a smooth f between lo and hi, where f changes sign: Ridders' method, then a change of sign around the result."""
    d = mp.dps
    with mp.workdps(d + 20):
        lo, hi = mpf(lo), mpf(hi)
        flo, fhi = f(lo), f(hi)
        assert (flo > 0) != (fhi > 0), 'no change of sign'
        last = None
        for _ in range(2000):
            mid = (lo + hi) / 2
            fmid = f(mid)
            if fmid == 0:
                return +mid
            x = mid + (mid - lo) * (1 if flo > fhi else -1) * fmid / sqrt(fmid * fmid - flo * fhi)
            fx = f(x)
            for y, fy in ((mid, fmid), (x, fx)):
                if lo < y < hi:
                    if (fy > 0) == (flo > 0):
                        lo, flo = y, fy
                    else:
                        hi, fhi = y, fy
            if fx == 0 or (last is not None and abs(x - last) <= mpf(10) ** (-d - 8) * abs(x)):
                break
            last = x
        step = mpf(10) ** (-d - 2) * abs(x)
        assert fx == 0 or (f(x - step) > 0) != (f(x + step) > 0), 'not converged'
        return +x


def maximum(f, lo, hi):
    """Argument in (lo, hi) at which the smooth unimodal f is largest."""
    return root(lambda x: slope(f, x), lo, hi)


def reference_next(x, x0, beta, eps):
    return x0 + omega_x(x, eps) / beta


# ---- one function per formula; the argument texts come in the order of the C# parameters ---------------------------

def kl(a, b):
    return a[0] * log(a[0] / b[0]) + a[1] * log(a[1] / b[1])


def wplus(pq, eps):
    return pq[1] * omega(pq, eps)


def wminus(pq, eps):
    return pq[0] * omega(pq, eps)


def at_probability(f):
    """d/dp of f((p, 1-p)) at a text p."""
    def g(p, *rest):
        a = pair(p)
        d = mp.dps
        with mp.workdps(6 * d):
            a = pair(p)
            args = [num(r) for r in rest]
            h = mpf(10) ** (-d) * min(a)
            v = (f((a[0] + h, a[1] - h), *args) - f((a[0] - h, a[1] + h), *args)) / (2 * h)
        return +v
    return g


def success_next(p, pref, beta, eps):
    a, r, b, e = pair(p), pair(pref), num(beta), num(eps)
    odds = r[1] / r[0] * exp(-omega(a, e) / b)
    return [1 / (1 + odds), odds / (1 + odds)]


def success_derivative(p, pref, beta, eps):
    d = mp.dps
    with mp.workdps(6 * d):
        a, r, b, e = pair(p), pair(pref), num(beta), num(eps)
        odds = lambda t: r[1] / r[0] * exp(-omega(t, e) / b)
        f = lambda t: odds(t) / (1 + odds(t))          # 1 - h: keeps its digits where h is next to 1
        h = mpf(10) ** (-d) * min(a)
        v = (f((a[0] - h, a[1] + h)) - f((a[0] + h, a[1] - h))) / (2 * h)
    return +v


def schwarzian(x, eps):
    x, e = num(x), num(eps)
    f = lambda t: omega_x(t, e)
    d1, d2, d3 = slope(f, x, 1), slope(f, x, 2), slope(f, x, 3)
    return d3 / d1 - 3 * (d2 / d1) ** 2 / 2


def lipschitz_x(eps):
    """x > 0 at which G' is largest: G'' = 0 changes sign between the scale of 1/eps."""
    return maximum(lambda x: exp(log_slope(x, eps)), mpf(1) / 100000, 2 * abs(log(eps)) + 20)


def log_slope(x, eps):
    # log G'(x) from G = 1/sqrt(s + eps), s = sigma(x) sigma(-x), s' = -s tanh(x/2): chain rule on the definition.
    p, q = sigma(x)
    s = p * q
    return log(s * tanh(x / 2) / 2) - mpf(3) / 2 * log(s + eps)


def lipschitz_constant(eps):
    e = num(eps)
    x = lipschitz_x(e)
    return slope(lambda t: omega_x(t, e), x)


def multiplier(p, beta, eps):
    x, b, e = logodds(pair(p)), num(beta), num(eps)
    return slope(lambda t: omega_x(t, e) / b, x) if exact(p) != Fraction(1, 2) else mpf(0)


def threshold(p, eps):
    return abs(multiplier(p, '1', eps))


def curve_reference(p, eps):
    x, e = logodds(pair(p)), num(eps)
    return x - omega_x(x, e) / abs(slope(lambda t: omega_x(t, e), x))


def cusp_logodds(eps):
    return lipschitz_x(num(eps))


def cusp_reference(eps):
    e = num(eps)
    x = lipschitz_x(e)
    return x - omega_x(x, e) / slope(lambda t: omega_x(t, e), x)


def sensitivity_reference(p, pref, beta, eps):
    a, r = pair(p), pair(pref)
    return a[0] * a[1] / (r[0] * r[1]) / (1 - multiplier(p, beta, eps))


def sensitivity_beta(p, beta, eps):
    a, b, e = pair(p), num(beta), num(eps)
    x = logodds(a)
    by_beta = slope(lambda t: omega_x(x, e) / t, b)
    return a[0] * a[1] * by_beta / (1 - multiplier(p, beta, eps))


def sensitivity_epsilon(p, beta, eps):
    a, b, e = pair(p), num(beta), num(eps)
    by_eps = slope(lambda t: omega(a, t) / b, e)
    return a[0] * a[1] * by_eps / (1 - multiplier(p, beta, eps))


def outside_y(e):
    # G~ = 1/(y+e), y = sqrt(s) = 1/(2 cosh(x/2)); y in (0, 1/2) where |dG~/dx| is largest.
    def size(y):
        return log(y * sqrt(1 - 4 * y * y)) - 2 * log(y + e)   # |dy/dx| = y tanh(x/2)/2, tanh = sqrt(1-4y^2)
    return maximum(size, mpf(10) ** -40, mpf(1) / 2 - mpf(10) ** -20)


def lipschitz_outside(e):
    e = num(e)
    y = outside_y(e)
    x = 2 * mp.acosh(1 / (2 * y))
    return abs(slope(lambda t: omega_x_outside(t, e), x))


def fold_point(beta, sign):
    """x with G' = sign*beta at eps = 0, from G = 2 cosh(x/2)."""
    size = 4 * abs(log(beta)) + 4
    lo, hi = (mpf(0), size + 40) if sign > 0 else (-size - 40, mpf(0))
    return root(lambda x: sinh(x / 2) - sign * beta, lo, hi)


def saddle_node(beta):
    b = num(beta)
    x = fold_point(b, 1)
    return x - 2 * cosh(x / 2) / b


def flip(beta):
    b = num(beta)
    x = fold_point(b, -1)
    return x - 2 * cosh(x / 2) / b


def two_kl_flip_of(alpha, b):
    # T(x) = alpha x0 + (1-alpha) x + 2cosh(x/2)/beta; T' = -1 and T(x) = x.
    x = fold_point((2 - alpha) * b, -1)
    return x - 2 * cosh(x / 2) / (alpha * b)


def safe_reference(alpha):
    a = num(alpha)
    def f(t):                   # t - 1/3 = log beta: the maximum is then not at 0, and relative accuracy makes sense
        b = exp(t - mpf(1) / 3)
        x = -2 * mp.asinh((2 - a) * b)
        return x - 2 * cosh(x / 2) / (a * b)
    t = maximum(f, mpf(-40), mpf(40))
    return f(t)


def cycle_centre_of(d, kappa):
    # F(m+d) - F(m-d) = -2d; the left side is 4 sinh(m/2) sinh(d/2)/kappa.
    return root(lambda m: (2 * cosh((m + d) / 2) - 2 * cosh((m - d) / 2)) / kappa + 2 * d, mpf(-2000), mpf(0))


def cycle_reference(d, alpha, beta):
    d, a, b = num(d), num(alpha), num(beta)
    # T(m+d) = m-d and T(m-d) = m+d
    g = lambda x: 2 * cosh(x / 2) / b
    m = root(lambda t: (1 - a) * 2 * d + g(t + d) - g(t - d) + 2 * d, mpf(-2000), mpf(0))
    return (m + d - (1 - a) * (m - d) - g(m - d)) / a


def cycle_multiplier(d, beta):
    d, b = num(d), num(beta)
    m = cycle_centre_of(d, b)
    f = lambda x: 2 * cosh(x / 2) / b
    return slope(f, m - d) * slope(f, m + d)


def clip_value(r, lo, hi):
    return max(1 - lo, min(r, 1 + hi))


def surrogate(r, a, lo, hi):
    r, a, lo, hi = map(num, (r, a, lo, hi))
    return min(r * a, clip_value(r, lo, hi) * a)


def kink_odds(c):
    return max(mpf(0), (1 - c) / c)


def clipped_next(p, anchor, wp, wm, beta, lo, hi):
    """Odds of failure of the maximiser of w+ min(p,c+) - w- max(1-p,1-c-) - beta kl(p||anchor): slope in log-odds."""
    d = mp.dps
    with mp.workdps(d + 40):
        a = pair(p)
        r, wp, wm, b, lo, hi = map(num, (anchor, wp, wm, beta, lo, hi))
        xa = -log(r)
        plus, minus = a[0] * (1 + hi), a[0] + lo * a[1]
        xplus = mp.inf if plus >= 1 else log(plus) - log(1 - plus)
        xminus = mp.inf if minus >= 1 else log(minus) - log(a[1] * (1 - lo))

        def rising(x):
            return (wp if x < xplus else 0) + (wm if x < xminus else 0) - b * (x - xa)
        x = bisect(rising, xa - 1, xa + (wp + wm) / b + 1)
        for kink in (xplus, xminus):
            if kink != mp.inf and abs(x - kink) < mpf(10) ** (-d) * max(1, abs(kink)):
                x = kink
        return +exp(-x)


def clipped_objective(p, old, ref, beta, eps, lo, hi):
    a, o, r = pair(p), pair(old), pair(ref)
    b, e, lo, hi = map(num, (beta, eps, lo, hi))
    return (wplus(o, e) * min(a[0], o[0] * (1 + hi)) - wminus(o, e) * max(a[1], o[1] * (1 - lo)) - b * kl(a, r))


def group_weight(p, deviations, condition=False):
    """Expected advantage of one's own success in a group of G, over 1-p: E over the other G-1 rewards."""
    a, om = pair(p), numbers(deviations)
    g = len(om) + 1
    total = mpf(0)
    for j in range(g - 1):     # j successes among the others; all G succeed: advantage 0
        total += binomial(g - 1, j) * a[0] ** j * a[1] ** (g - 1 - j) * (1 - mpf(j + 1) / g) * om[j]
    total /= a[1]
    return total / (1 - a[0] ** g - a[1] ** g) if condition else total


def reciprocal_deviations(g, eps, deviation, placement):
    g, e = int(g), num(eps)
    out = []
    for k in range(1, g):
        rewards = [1] * k + [0] * (g - k)
        mean = Fraction(sum(rewards), g)
        v = sum((r - mean) ** 2 for r in rewards) / Fraction(g if deviation == 'Population' else g - 1)
        v = mpf(v.numerator) / v.denominator
        out.append(1 / sqrt(v + e) if placement == 'Inside' else 1 / (sqrt(v) + e))
    return out


def partition(ref, old, beta, eps):
    r, o, b, e = pair(ref), pair(old), num(beta), num(eps)
    return r[0] * exp(wplus(o, e) / b) + r[1] * exp(-wminus(o, e) / b)


def maximiser(anchor, rewards, wp, wm, beta):
    a, r, wp, wm, b = numbers(anchor), flags(rewards), num(wp), num(wm), num(beta)
    weights = [x * exp((wp if y else -wm) / b) for x, y in zip(a, r)]
    z = sum(weights)
    success = sum(w for w, y in zip(weights, r) if y)
    failure = sum(w for w, y in zip(weights, r) if not y)
    return [w / z for w in weights] + [z, success / z, failure / z]


def divergence(policy, other, positive):
    return sum((a * log(a / b) for a, b, y in zip(numbers(policy), numbers(other), flags(positive)) if y), mpf(0))


def objective(policy, anchor, rewards, wp, wm, beta, positive):
    pol, r = numbers(policy), flags(rewards)
    return (num(wp) * sum(x for x, y in zip(pol, r) if y) - num(wm) * sum(x for x, y in zip(pol, r) if not y)
            - num(beta) * divergence(policy, anchor, positive))


def success_of(policy, rewards):
    pairs = [(exact(t), r) for t, r in zip(policy.split(';'), flags(rewards))]
    return str(sum(v for v, r in pairs if r)), str(sum(v for v, r in pairs if not r))


def clipped_surrogate(policy, old, rewards, eps, lo, hi):
    success, failure = success_of(old, rewards)
    om = 1 / sqrt(num(success) * num(failure) + num(eps))
    total, lo, hi = mpf(0), num(lo), num(hi)
    for a, b, r in zip(numbers(policy), numbers(old), flags(rewards)):
        advantage = ((1 if r else 0) - num(success)) * om
        total += b * min(a / b * advantage, clip_value(a / b, lo, hi) * advantage)
    return total


def whitened(centred, variance, eps, placement):
    c, v, e = num(centred), num(variance), num(eps)
    return c / sqrt(v + e) if placement == 'Inside' else c / (sqrt(v) + e)


def escape_beta():
    z = root(lambda t: t * tanh(t) - 1, 1, 2)
    return cosh(z) / (2 * z)


def nonconvergence_point():
    f = lambda w: cosh(w + mp.coth(w)) - 2 * sinh(w) * (w + mp.coth(w))
    return root(f, mpf(1) / 2, mpf(3) / 2)


def escape_barrier(beta):
    b = num(beta)
    y = maximum(lambda t: b * t - cosh(t / 2), mpf(10) ** -3, 10 + 4 * abs(log(b)))
    return root(lambda t: cosh(t / 2) - b * t, y, 4 * y + 40)


def second_doubling(beta):
    b = num(beta)
    return root(lambda d: (d / (2 * sinh(d / 2))) ** 2 - (sinh(d / 2) / b) ** 2 + 1, mpf(10) ** -6, 20 + 4 * abs(log(b)))


def multistability_epsilon(beta):
    b = num(beta)
    return root(lambda e: 3 * sqrt(3) * sqrt(e) * (1 + 4 * e) * b - 1, mpf(10) ** -40, 1 + 1 / (27 * b * b))


def cusp_epsilon(pref):
    x = logodds(pair(pref))

    def f(t):
        e = exp(t)
        r = sqrt((1 + 4 * e) / (1 + 12 * e))      # 2p-1 at the cusp, where s = 2e/(1+12e)
        s = (1 - r * r) / 4
        xc = log((1 + r) / (1 - r))
        return xc - 2 * (s + e) / (s * r) - x
    return exp(root(f, -27, 6))


P = num  # reads better below for one-number formulas

FORMULAS = {
    'Probability.FromSuccess': lambda p: list(pair(p)),
    'Probability.FromLogOdds': lambda x: list(sigma(num(x))),
    'Probability.FromFailureOdds': lambda r: [1 / (1 + num(r)), 1 - 1 / (1 + num(r)) if num(r) > 1 else num(r) / (1 + num(r))],
    'Probability.Variance': lambda p: pair(p)[0] * pair(p)[1],
    'Probability.LogOdds': lambda p: logodds(pair(p)),
    'Probability.FailureOdds': lambda p: pair(p)[1] / pair(p)[0],
    'Probability.Bias': lambda p: num(str(1 - 2 * exact(p))),
    'Probability.Swapped': lambda p: [pair(p)[1], pair(p)[0]],
    'Whitening.Omega': lambda p, e: omega(pair(p), num(e)),
    'Whitening.OmegaOutside': lambda p, e: 1 / (sqrt(pair(p)[0] * pair(p)[1]) + num(e)),
    'Whitening.WeightPlus': lambda p, e: wplus(pair(p), num(e)),
    'Whitening.WeightMinus': lambda p, e: wminus(pair(p), num(e)),
    'Whitening.Advantage': lambda r, p, e: num(str(exact(r) - exact(p))) * omega(pair(p), num(e)),
    'Whitening.WhitenedVariance': lambda p, e: (wplus(pair(p), num(e)) ** 2 * pair(p)[0] + wminus(pair(p), num(e)) ** 2 * pair(p)[1]),
    'Whitening.WeightPlusDerivative': at_probability(wplus),
    'Whitening.WeightMinusDerivative': at_probability(wminus),
    'Whitening.OmegaMinimum': lambda e: omega((mpf(1) / 2, mpf(1) / 2), num(e)),
    'Whitening.OmegaMaximum': lambda e: omega((mpf(1), mpf(0)), num(e)),
    'SuccessMap.Next': success_next,
    'SuccessMap.Derivative': success_derivative,
    'SuccessMap.OmegaOfLogOdds': lambda x, e: omega_x(num(x), num(e)),
    'SuccessMap.OmegaOfLogOddsDerivative': lambda x, e: slope(lambda t: omega_x(t, num(e)), num(x)) if num(x) else mpf(0),
    'SuccessMap.NextLogOdds': lambda x, x0, b, e: reference_next(num(x), num(x0), num(b), num(e)),
    'SuccessMap.NextFrom': lambda r, f, b: list(sigma(num(f) / num(b) - log(num(r)))),
    'SuccessMap.NextLogOddsFrom': lambda a, f, b: num(a) + num(f) / num(b),
    'SuccessMap.Anchor': lambda x0, x, w, c: num(w) * num(x0) + num(c) * num(x),
    'SuccessMap.Psi': lambda x, b, e: num(x) - omega_x(num(x), num(e)) / num(b),
    'SuccessMap.LowerEnvelope': lambda x0, b, e: reference_next(mpf(0), num(x0), num(b), num(e)),
    'SuccessMap.UpperEnvelope': lambda x0, b, e: num(x0) + omega((mpf(1), mpf(0)), num(e)) / num(b),
    'SuccessMap.Schwarzian': schwarzian,
    'Stability.Threshold': threshold,
    'Stability.LipschitzConstant': lipschitz_constant,
    'Stability.LipschitzPoint': lambda e: sigma(lipschitz_x(num(e)))[0],
    'Stability.Multiplier': multiplier,
    'Stability.CurveReference': curve_reference,
    'Stability.CuspLogOdds': cusp_logodds,
    'Stability.CuspReference': cusp_reference,
    'Stability.FoldPolynomial': lambda s, b, e: (lambda u, v, w: num(str(4 * v * v * (u + w) ** 3 + 4 * u ** 3 - u * u)))(exact(s), exact(b), exact(e)),
    'Stability.LogOddsOfVariance': lambda s: log((1 + sqrt(1 - 4 * num(s))) / 2) - log(num(s) / ((1 + sqrt(1 - 4 * num(s))) / 2)),
    'Stability.FoldPolynomialOutside': lambda y, b, e: (lambda u, v, w: num(str(4 * v * v * (u + w) ** 4 + 4 * u ** 4 - u * u)))(exact(y), exact(b), exact(e)),
    'Stability.LipschitzRootOutside': lambda e: outside_y(num(e)),
    'Stability.LipschitzConstantOutside': lipschitz_outside,
    'Stability.SensitivityToReference': sensitivity_reference,
    'Stability.SensitivityToBeta': sensitivity_beta,
    'Stability.SensitivityToEpsilon': sensitivity_epsilon,
    'Unsmoothed.SaddleNode': saddle_node,
    'Unsmoothed.Flip': flip,
    'Unsmoothed.EscapeMargin': lambda y, b: cosh(num(y) / 2) - num(b) * num(y),
    'Unsmoothed.CycleShape': lambda d: num(d) / (exp(num(d) / 2) - exp(-num(d) / 2)),
    'Unsmoothed.CycleCentre': lambda d, k: cycle_centre_of(num(d), num(k)),
    'Unsmoothed.CycleReference': cycle_reference,
    'Unsmoothed.CycleMultiplier': cycle_multiplier,
    'Unsmoothed.TwoKlFlip': lambda a, b: two_kl_flip_of(num(a), num(b)),
    'Unsmoothed.SafeReference': safe_reference,
    'Clipping.Surrogate': surrogate,
    'Clipping.Clip': lambda r, lo, hi: clip_value(num(r), num(lo), num(hi)),
    'Clipping.ContrastivePlus': lambda r, w, hi: surrogate(r, w, '1', hi),
    'Clipping.ContrastiveMinus': lambda r, w, lo: surrogate(r, '-' + w, lo, '1000000'),
    'Clipping.UpperKink': lambda p, hi: num(str(max(Fraction(0), 1 / (exact(p) * (1 + exact(hi))) - 1))),
    'Clipping.LowerKink': lambda p, lo: num(str(1 / (exact(p) + exact(lo) * (1 - exact(p))) - 1)),
    'Clipping.NextFailureOdds': clipped_next,
    'Clipping.Objective': clipped_objective,
    'Divergences.Bernoulli': lambda p, q: kl(pair(p), pair(q)),
    'Divergences.Jeffreys': lambda p, q: kl(pair(p), pair(q)) + kl(pair(q), pair(p)),
    'Divergences.Share': lambda p, q: num(p) * (log(num(p)) - log(num(q))),
    'Divergences.EstimatorK1': lambda d: num(d),
    'Divergences.EstimatorK2': lambda d: num(d) ** 2 / 2,
    'Divergences.EstimatorK3': lambda d: exp(-num(d)) - 1 + num(d),
    'Divergences.EstimatorK3Derivative': lambda d: slope(lambda t: exp(-t) - 1 + t, num(d)),
    'MirrorFlow.Success': lambda p, t, b: mp.sin(asin(sqrt(pair(p)[0])) + num(t) / (2 * num(b))) ** 2,
    'MirrorFlow.HittingTime': lambda p, b: 2 * num(b) * acos(sqrt(pair(p)[0])) if exact(p) < Fraction(1, 2) else 2 * num(b) * asin(sqrt(pair(p)[1])),
    'EffectiveWeight.Omega': group_weight,
    'EffectiveWeight.OmegaDynamicSampling': lambda p, d: group_weight(p, d, condition=True),
    'EffectiveWeight.ReciprocalDeviations': reciprocal_deviations,
    'EffectiveWeight.DegenerateProbability': lambda p, g: pair(p)[0] ** int(g) + pair(p)[1] ** int(g),
    'GroupAdvantage.Whitened': whitened,
    'ExplicitPolicies.Partition': partition,
    'ExplicitPolicies.Maximiser': maximiser,
    'ExplicitPolicies.GeometricAnchor': lambda r, o, a: [x ** num(a) * y ** (1 - num(a)) for x, y in zip(numbers(r), numbers(o))],
    'ExplicitPolicies.KullbackLeibler': divergence,
    'ExplicitPolicies.Objective': objective,
    'ExplicitPolicies.Mass': lambda w, r, s: sum((x for x, y in zip(numbers(w), flags(r)) if y == (s == 'True')), mpf(0)),
    'Surrogates.Clipped': clipped_surrogate,
    'Surrogates.Contrastive': clipped_surrogate,
    'Surrogates.VariationalGap': lambda p, o, b, y: num(b) * divergence(p, o, y),
    'Surrogates.SuccessOf': lambda p, r: [num(t) for t in success_of(p, r)],
    'UniversalConstants.NoJumpLogOdds': lambda: root(lambda b: b * tanh(b / 2) - 1, 1, 2),
    'UniversalConstants.LaplacePoint': lambda: root(lambda z: z * tanh(z) - 1, 1, 2),
    'UniversalConstants.SaddleNodeMeeting': lambda: root(lambda b: sqrt(1 + b * b) - 2 * b * mp.asinh(b), mpf(1) / 2, 1),
    'UniversalConstants.NonConvergencePoint': nonconvergence_point,
    'UniversalConstants.EscapeBeta': escape_beta,
    'UniversalConstants.NonConvergenceBeta': lambda: sinh(nonconvergence_point()),
    'ParametricConstants.EscapeBarrier': escape_barrier,
    'ParametricConstants.SecondDoubling': second_doubling,
    'ParametricConstants.MultistabilityEpsilon': multistability_epsilon,
    'ParametricConstants.CuspEpsilon': cusp_epsilon,
}

# ---- points ------------------------------------------------------------------------------------------------------

NEAR_ONE = '0.' + '9' * 30
ALL_P = ['1e-30', '1/1000000000000', '1/200', '1/10', '1/3', '1/2', '9/10', '0.999999', NEAR_ONE]
NOT_HALF = [p for p in ALL_P if p != '1/2']
EPS = ['1/1000', '1e-30', '1/10', '1e-6', '1000000']
BETA = ['1', '1/25', '4', '1e-6', '1000000']
X = ['-40', '-3', '-1/7', '1e-10', '2', '17', '60']
D = ['1/1000', '1', '5', '16']
LISTS = ['1/4;1/2;1/4', '1/10;2/10;3/10;4/10', '1e-12;0.999999999999', '0.3;0.7']
OLD = ['1/2;1/8;3/8', '4/10;3/10;2/10;1/10', '1/2;1/2', '0.7;0.3']
REWARDS = ['1;0;0', '1;1;0;0', '1;0', '0;1']


def cycle(*lists, count=10, zero_eps=False):
    """count points that run through each list at its own pace, so that pairs are mixed."""
    out = []
    for i in range(max(count, max(map(len, lists)))):
        out.append(tuple(values[(i * (1 + 2 * k) + i // len(values)) % len(values)] for k, values in enumerate(lists)))
    return out


def group_list(g):
    return ';'.join(str(Fraction(k * k + 1, 3 * k + 2)) for k in range(1, g))


POINTS = {
    'Probability.FromSuccess': [(p,) for p in ALL_P + ['0', '1']],
    'Probability.FromLogOdds': [(x,) for x in X + ['0', '200000', '-200000']],
    'Probability.FromFailureOdds': [('0',), ('1',), ('1e-40',), ('7/3',), ('1e50',)],
    'Probability.Variance': [(p,) for p in ALL_P + ['0']],
    'Probability.LogOdds': [(p,) for p in ALL_P],
    'Probability.FailureOdds': [(p,) for p in ALL_P + ['1']],
    'Probability.Bias': [(p,) for p in ALL_P],
    'Probability.Swapped': [(p,) for p in ALL_P],
    'Whitening.Omega': cycle(ALL_P + ['1'], EPS) + [(p, '0') for p in ALL_P],
    'Whitening.OmegaOutside': cycle(ALL_P + ['0'], EPS) + [(p, '0') for p in ALL_P],
    'Whitening.WeightPlus': cycle(ALL_P + ['0'], EPS) + [(p, '0') for p in ALL_P],
    'Whitening.WeightMinus': cycle(ALL_P + ['1'], EPS) + [(p, '0') for p in ALL_P],
    'Whitening.Advantage': cycle(['0', '1', '1/3'], ALL_P, EPS) + [('1', p, '0') for p in ALL_P],
    'Whitening.WhitenedVariance': cycle(ALL_P, EPS) + [('1/10', '0')],
    'Whitening.WeightPlusDerivative': cycle(ALL_P, EPS) + [('1/10', '0'), (NEAR_ONE, '0')],
    'Whitening.WeightMinusDerivative': cycle(ALL_P, EPS) + [('1/10', '0'), ('1e-30', '0')],
    'Whitening.OmegaMinimum': [(e,) for e in EPS + ['0']],
    'Whitening.OmegaMaximum': [(e,) for e in EPS],
    'SuccessMap.Next': cycle(ALL_P, ALL_P, BETA, EPS, count=14) + cycle(['1/10', '1/3', '9/10', '1e-6'], ['1/100', '1/2'], ['1', '2/3', '1/25'], ['0'], count=6)
        + [('0', '1/10', '1', '1/1000'), ('1', '1/10', '1', '1/1000')],
    'SuccessMap.Derivative': cycle(ALL_P, ALL_P, ['1', '4', '1/25', '1000000'], ['1/1000', '1/10', '1e-6', '1000000'], count=12) + [('1/5', '1/100', '1', '0')],
    'SuccessMap.OmegaOfLogOdds': cycle(X + ['0', '-200000'], EPS + ['0']),
    'SuccessMap.OmegaOfLogOddsDerivative': cycle(X + ['0'], EPS + ['0']),
    'SuccessMap.NextLogOdds': cycle(X, X, BETA, EPS + ['0'], count=12),
    'SuccessMap.NextFrom': cycle(['1', '1e-40', '9', '7/3', '1e30'], ['1/2', '1', '2', '31.6'], BETA, count=12),
    'SuccessMap.NextLogOddsFrom': cycle(X, ['1/2', '1', '2', '31.6'], BETA, count=12),
    'SuccessMap.Anchor': cycle(X, X, ['1', '1/2', '1/10'], ['1', '1/2', '9/10'], count=12),
    'SuccessMap.Psi': cycle(X, BETA, EPS + ['0'], count=12),
    'SuccessMap.LowerEnvelope': cycle(X, BETA, EPS + ['0'], count=10),
    'SuccessMap.UpperEnvelope': cycle(X, BETA, EPS, count=10),
    'SuccessMap.Schwarzian': cycle(['-40', '-3', '-1/7', '1/1000', '2', '17'], EPS + ['0']),
    'Stability.Threshold': cycle(ALL_P, EPS + ['0'], count=12),
    'Stability.LipschitzConstant': [(e,) for e in ['1/1000', '1e-30', '1/10', '1e-6', '1', '1/12']],
    'Stability.LipschitzPoint': [(e,) for e in ['1/1000', '1/10', '1e-6', '1', '1/12']],
    'Stability.Multiplier': cycle(ALL_P, BETA, EPS + ['0'], count=12),
    'Stability.CurveReference': cycle(NOT_HALF, EPS + ['0'], count=12),
    'Stability.CuspLogOdds': [(e,) for e in ['1/1000', '1/10', '1e-6', '1', '1/12']],
    'Stability.CuspReference': [(e,) for e in ['1/1000', '1/10', '1e-6', '1', '1/12']],
    'Stability.FoldPolynomial': cycle(['1e-30', '1/1000', '1/10', '1/4', '1/8'], BETA, EPS, count=10),
    'Stability.LogOddsOfVariance': [(s,) for s in ['1/4', '1e-40', '1/1000', '1/10', '0.2499999999999999999999999']],
    'Stability.FoldPolynomialOutside': cycle(['1e-20', '1/30', '1/3', '1/2', '1/8'], BETA, EPS, count=10),
    'Stability.LipschitzRootOutside': [(e,) for e in ['1/10000', '1/100', '1', '15/14', '20']],
    'Stability.LipschitzConstantOutside': [(e,) for e in ['1/10000', '1/100', '1', '15/14', '20']],
    'Stability.SensitivityToReference': cycle(ALL_P, ALL_P, ['1', '4', '1/25'], ['1/1000', '1/10', '1e-6'], count=10),
    'Stability.SensitivityToBeta': cycle(ALL_P, ['1', '4', '1/25'], ['1/1000', '1/10', '1e-6'], count=10),
    'Stability.SensitivityToEpsilon': cycle(ALL_P, ['1', '4', '1/25'], ['1/1000', '1/10', '1e-6'], count=10),
    'Unsmoothed.SaddleNode': [(b,) for b in BETA + ['7/10']],
    'Unsmoothed.Flip': [(b,) for b in BETA + ['7/10']],
    'Unsmoothed.EscapeMargin': cycle(['1/1000', '1', '4.2', '60', '1000'], BETA),
    'Unsmoothed.CycleShape': [(d,) for d in D + ['1e-20', '900']],
    'Unsmoothed.CycleCentre': cycle(D, ['1', '2', '1/25', '10000'], count=8),
    'Unsmoothed.CycleReference': cycle(D, ['1', '1/2', '1/10'], ['1', '2', '1/25'], count=8),
    'Unsmoothed.CycleMultiplier': cycle(D, ['1', '2', '1/25', '1000'], count=8),
    'Unsmoothed.TwoKlFlip': cycle(['1', '1/2', '1/100'], ['1', '2', '1/25', '1000'], count=8),
    'Unsmoothed.SafeReference': [('1',), ('1/2',), ('1/10',), ('99/100',)],
    'Clipping.Surrogate': cycle(['0', '4/5', '1', '6/5', '3', '1e-20'], ['2', '-2', '0', '1/3', '-1/7'], ['1/5', '1', '1/10'], ['1/5', '7/25'], count=14),
    'Clipping.Clip': cycle(['0', '4/5', '1', '6/5', '3', '1e-20'], ['1/5', '1', '1/10'], ['1/5', '7/25']),
    'Clipping.ContrastivePlus': cycle(['0', '1', '6/5', '3'], ['2', '1/3'], ['1/5', '7/25']),
    'Clipping.ContrastiveMinus': cycle(['0', '1', '4/5', '3'], ['2', '1/3'], ['1/5', '1/10']),
    'Clipping.UpperKink': cycle(['1e-30', '1/10', '1/2', '9/10', '5/6', NEAR_ONE], ['1/5', '7/25', '1/1000']),
    'Clipping.LowerKink': cycle(['1e-30', '1/10', '1/2', '9/10', NEAR_ONE], ['1/5', '1', '1/1000']),
    'Clipping.NextFailureOdds': cycle(['1/10', '1/2', '9/10', '1/3', '1e-12', '0.999999'], ['9', '1', '1/3', '99', '1e-4'], ['3', '1/10', '1', '20'],
                                      ['1/3', '2', '1/50'], ['1', '4', '1/25', '1/2'], ['1/5', '1/10', '1/2'], ['1/5', '7/25', '1/2'], count=30),
    'Clipping.Objective': cycle(['1/10', '1/2', '9/10', '1/3', NEAR_ONE], ['1/10', '1/2', '4/5'], ['1/10', '1/2', '1/100'], BETA, EPS + ['0'], ['1/5', '1'], ['1/5', '7/25'], count=12),
    'Divergences.Bernoulli': [(p, q) for p, q in cycle(ALL_P, NOT_HALF) if p != q] + [('1/10', '0.1000000000000000001')],
    'Divergences.Jeffreys': [(p, q) for p, q in cycle(ALL_P, NOT_HALF) if p != q] + [('1/10', '0.1000000000000000001')],
    'Divergences.Share': [('1/10', '1/3'), ('1e-30', '1/2'), ('1/2', '1e-30'), ('7', '3')],
    'Divergences.EstimatorK1': [('1/3',), ('-1/7',)],
    'Divergences.EstimatorK2': [('1/3',), ('-1/7',), ('1e-20',)],
    'Divergences.EstimatorK3': [('1/3',), ('-1/7',), ('1e-15',), ('-20',), ('50',)],
    'Divergences.EstimatorK3Derivative': [('1/3',), ('-1/7',), ('1e-15',), ('-20',), ('50',)],
    'MirrorFlow.Success': [('1/10', '1', '1'), ('1/10', '0', '1'), ('1e-30', '1/2', '3'), ('1/3', '1/100', '1/25')],
    'MirrorFlow.HittingTime': [('1/10', '1'), ('1/2', '3'), (NEAR_ONE, '1'), ('1e-30', '1/25')],
    'EffectiveWeight.Omega': [(p, group_list(g)) for p, g in cycle(ALL_P, [2, 3, 4, 8, 16, 64], count=12)],
    'EffectiveWeight.OmegaDynamicSampling': [(p, group_list(g)) for p, g in cycle(['1/10', '1/2', '1/3', '1e-6', '0.999'], [2, 3, 8, 64], count=8)],
    'EffectiveWeight.ReciprocalDeviations': [(g, e, d, w) for g, e, d, w in cycle(['2', '3', '8', '64'], ['0', '1/1000', '1e-30'], ['Population', 'Sample'], ['Inside', 'Outside'], count=10)],
    'EffectiveWeight.DegenerateProbability': [(p, g) for p, g in cycle(ALL_P, ['2', '3', '8', '64'], count=10)],
    'GroupAdvantage.Whitened': cycle(['1/2', '-1/3', '1e-20', '0'], ['1/4', '1e-40', '3/16', '12'], EPS, ['Inside', 'Outside'], count=10) + [('1/2', '0', '1e-8', 'Outside')],
    'ExplicitPolicies.Partition': cycle(ALL_P, ALL_P, ['1', '4', '1/25'], EPS, count=10),
    'ExplicitPolicies.Maximiser': [(l, r, '3', '1/3', b) for l, r, b in zip(LISTS, REWARDS, ['1', '4', '1/25', '1000000'])],
    'ExplicitPolicies.GeometricAnchor': [(l, o, a) for l, o, a in zip(LISTS, OLD, ['1/2', '1', '1/10', '99/100'])],
    'ExplicitPolicies.KullbackLeibler': [(o, l, ';'.join('1' for _ in l.split(';'))) for o, l in zip(OLD, LISTS)] + [('1;0', '1/3;2/3', '1;0')],
    'ExplicitPolicies.Objective': [(o, l, r, '3', '1/3', '2', ';'.join('1' for _ in l.split(';'))) for o, l, r in zip(OLD, LISTS, REWARDS)],
    'ExplicitPolicies.Mass': [(l, r, s) for l, r, s in zip(LISTS, REWARDS, ['True', 'False', 'True', 'False'])],
    'Surrogates.Clipped': [(o, l, r, e, '1/5', '7/25') for o, l, r, e in zip(OLD, LISTS, REWARDS, ['1/100', '0', '1e-6', '1'])],
    'Surrogates.Contrastive': [(o, l, r, e, '1/5', '7/25') for o, l, r, e in zip(OLD, LISTS, REWARDS, ['1/100', '0', '1e-6', '1'])],
    'Surrogates.VariationalGap': [(o, l, '3/2', ';'.join('1' for _ in l.split(';'))) for o, l in zip(OLD, LISTS)],
    'Surrogates.SuccessOf': list(zip(LISTS, REWARDS)),
    'UniversalConstants.NoJumpLogOdds': [()],
    'UniversalConstants.LaplacePoint': [()],
    'UniversalConstants.SaddleNodeMeeting': [()],
    'UniversalConstants.NonConvergencePoint': [()],
    'UniversalConstants.EscapeBeta': [()],
    'UniversalConstants.NonConvergenceBeta': [()],
    'ParametricConstants.EscapeBarrier': [('1',), ('7545/10000',), ('2',), ('1000000',)],
    'ParametricConstants.SecondDoubling': [('1',), ('2',), ('1/25',), ('1000',)],
    'ParametricConstants.MultistabilityEpsilon': [('1',), ('1/25',), ('4',), ('1000',)],
    'ParametricConstants.CuspEpsilon': [('1/2',), ('1/10',), ('9/10',), ('1e-12',)],
}


def text(v):
    """DIGITS significant digits, rounded to nearest; exact 0 as 0."""
    return '0' if v == 0 else mp.nstr(v, DIGITS, min_fixed=-3, max_fixed=20, strip_zeros=False)


def agreed(name, args, low, high):
    """The value, once both working precisions agree on it; 0 where both give only rounding noise."""
    scale = max(abs(low), abs(high))
    if abs(low - high) <= scale * mpf(10) ** -(DIGITS + 2):
        return high
    if all(abs(v) < mpf(10) ** (5 - d) for v, d in zip((low, high), WORKING)):
        return mpf(0)
    raise SystemExit(f'{name}{args}: {mp.nstr(low, 70)} at {WORKING[0]} digits, {mp.nstr(high, 70)} at {WORKING[1]}')


def compute(name, args):
    results = []
    for digits in WORKING:
        with mp.workdps(digits):
            v = FORMULAS[name](*args)
            results.append([+u for u in v] if isinstance(v, list) else [+v])
    with mp.workdps(WORKING[1]):
        values = [agreed(name, args, low, high) for low, high in zip(*results)]
        if any(v != 0 and abs(mp.log10(abs(v))) > LARGEST for v in values):
            return None
        return [text(v) for v in values]


def main():
    assert set(FORMULAS) == set(POINTS), set(FORMULAS) ^ set(POINTS)
    rows, skipped = [], 0
    for name in FORMULAS:
        seen = set()
        print(name, flush=True)
        for args in POINTS[name]:
            if args in seen:
                continue
            seen.add(args)
            values = compute(name, args)
            if values is None:
                skipped += 1
            else:
                rows.append({'formula': name, 'arguments': list(args), 'values': values})
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'formulas.json')
    with open(target, 'w', encoding='utf-8', newline='\n') as out:
        out.write('[\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]\n')
    print(f'{len(rows)} rows, {skipped} left out (decimal exponent beyond {LARGEST})')


if __name__ == '__main__':
    main()
