"""Reference digits of every function that a claim may use: python3 functions.py > functions.txt (needs mpmath).

One line each: the term as a user types it, a tab, 40 significant digits at the point below. Written from the definitions
in the documents, not from the program under test.
"""
from mpmath import mp, mpf, exp, log, sqrt, sinh, cosh, asinh, atanh, diff, expm1, log1p

mp.dps = 80
POINT = dict(p=mpf(3) / 10, q=mpf(2) / 3, x=mpf(5) / 4, p_ref=mpf(1) / 10, beta=mpf(3) / 2, eps=mpf(1) / 1000,
             alpha=mpf(1) / 4, clip_low=mpf(1) / 50, clip_high=mpf(1) / 20)
p, q, x, p_ref, beta, eps, alpha = (POINT[k] for k in ("p", "q", "x", "p_ref", "beta", "eps", "alpha"))
lo, hi = POINT["clip_low"], POINT["clip_high"]

sigma = lambda t: 1 / (1 + exp(-t))
logit = lambda t: log(t / (1 - t))
omega = lambda t: 1 / sqrt(t * (1 - t) + eps)
h = lambda t: sigma(logit(p_ref) + omega(t) / beta)
kl = lambda a, b: a * log(a / b) + (1 - a) * log((1 - a) / (1 - b))


def clipped(t):
    """Maximiser of w+ min(u, c+) - w- max(1-u, 1-c-) - beta kl(u, p_ref), found by bisection on the piecewise slope."""
    c_plus, c_minus = min(mpf(1), t * (1 + hi)), t + lo * (1 - t)
    w_plus, w_minus = (1 - t) * omega(t), t * omega(t)

    def slope(u):
        return (w_plus if u < c_plus else 0) + (w_minus if u < c_minus else 0) - beta * (logit(u) - logit(p_ref))

    a, b = mpf(10) ** -30, 1 - mpf(10) ** -30
    for _ in range(400):
        m = (a + b) / 2
        a, b = (m, b) if slope(m) > 0 else (a, m)
    return a


def iterate(n, t, f=h):
    for _ in range(n):
        t = f(t)
    return t


mirror = lambda t: sigma(logit(t) + omega(t) / beta)
G = lambda t: omega(sigma(t))

VALUES = {
    "exp(x)": exp(x), "log(x)": log(x), "sqrt(x)": sqrt(x), "abs(-x)": x, "min(p, q)": p, "max(p, q)": q, "square(x)": x * x,
    "pow(x, 5)": x ** 5, "pow(x, -3)": x ** -3, "expm1(x)": expm1(x), "log1p(x)": log1p(x), "sinh(x)": sinh(x), "cosh(x)": cosh(x),
    "asinh(x)": asinh(x), "atanh(p)": atanh(p), "sigma(x)": sigma(x), "logit(p)": logit(p), "kl(p, q)": kl(p, q), "omega(p)": omega(p),
    "omega_outside(p)": 1 / (sqrt(p * (1 - p)) + eps), "omega_of_log_odds(x)": G(x), "w_plus(p)": (1 - p) * omega(p),
    "w_minus(p)": p * omega(p), "threshold(p)": p * (1 - p) * abs(2 * p - 1) / (2 * (p * (1 - p) + eps) ** mpf("1.5")),
    "lipschitz()": 1 / (3 * sqrt(3) * sqrt(eps) * (1 + 4 * eps)), "h(p)": h(p), "h_mirror(p)": mirror(p),
    "h_two_kl(p)": sigma(alpha * logit(p_ref) + (1 - alpha) * logit(p) + omega(p) / beta),
    "h_mean_only(p)": sigma(logit(p_ref) + 1 / beta), "h_outside(p)": sigma(logit(p_ref) + 1 / (sqrt(p * (1 - p)) + eps) / beta),
    "h_clipped(p)": clipped(p), "h_of_log_odds(x)": logit(p_ref) + G(x) / beta, "iterate(0, p)": p, "iterate(3, p)": iterate(3, p),
    "iterate(2, p, h_mirror)": iterate(2, p, mirror), "derivative(h(p), p)": diff(h, p),
    "derivative(h_of_log_odds(x), x)": diff(G, x) / beta, "derivative(exp(beta * x) / (1 + square(x)), x)": diff(lambda t: exp(beta * t) / (1 + t * t), x),
    "derivative(derivative(omega(p), p), p)": diff(omega, p, 2), "derivative(pow(p, 3) * log(p) - sqrt(p) + p_ref, p)": diff(lambda t: t ** 3 * log(t) - sqrt(t), p),
    "2 + 3 * p - 1 / 4 / x": 2 + 3 * p - mpf(1) / 4 / x, "-(p - q) * -x": (p - q) * x, "1e-3 + 0.1": mpf(101) / 1000,
}
for term, value in VALUES.items():
    print(f"{term}\t{mp.nstr(value, 40, strip_zeros=False)}")
