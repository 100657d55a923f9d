"""First and last 50 digits of the fixed point of p_ref = 3/10, beta = 5, eps = 1/1000, by mpmath.

Newton's method in p on h(p) - p with doubling precision; not certified, an independent second tool.
Usage: python3 fixed_point_digits.py DIGITS
"""
import sys
from mpmath import mp, mpf, exp, sqrt, nstr

digits = int(sys.argv[1])


def newton(p):
    ref, beta, eps = mpf(3) / 10, mpf(5), mpf(1) / 1000
    v = p * (1 - p) + eps
    h = 1 / (1 + (1 - ref) / ref * exp(-1 / (beta * sqrt(v))))
    dh = h * (1 - h) * (2 * p - 1) / (2 * beta * v * sqrt(v))
    return p - (h - p) / (dh - 1)


mp.dps = 30
p = mpf("0.39")
for _ in range(8):
    p = newton(p)
known = 25
while known < digits + 20:
    known = min(2 * known, digits + 20)
    mp.dps = known + 15
    p = newton(p)
mp.dps = digits + 15
text = mp.nstr(newton(p), digits, strip_zeros=False)
print(text[:52], "...", text[-50:])
