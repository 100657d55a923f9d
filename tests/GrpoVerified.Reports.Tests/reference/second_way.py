"""Recomputes golden values with Python's decimal module at 120 digits: another arithmetic, formulas written from the paper.

Usage: second_way.py FOLDER. Prints how many values it compared; ends with an error at the first that differs in 60 digits.
"""
import pathlib
import sys
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 120
getcontext().Emin, getcontext().Emax = -10**9, 10**9


def number(text):
    f = Fraction(text)
    return Decimal(f.numerator) / Decimal(f.denominator)


def step(p, q, r, beta, eps):
    odds = (1 - r) / r * (-1 / (p * q + eps).sqrt() / beta).exp()
    return 1 / (1 + odds), odds / (1 + odds)


def success_map(i, output):
    p, r, beta, eps = (number(i[n]) for n in ("p", "p_ref", "beta", "epsilon"))
    h, g = step(p, 1 - p, r, beta, eps)
    s = p * (1 - p)
    return {"next": h, "complement": g, "derivative": h * g * (2 * p - 1) / (2 * beta * (s + eps) * (s + eps).sqrt())}[output]


def iterate(i, output):
    r, beta, eps = (number(i[n]) for n in ("p_ref", "beta", "epsilon"))
    p, q = r, 1 - r
    for _ in range(int(i["n"])):
        p, q = step(p, q, r, beta, eps)
    return p if output == "p" else q


def bernoulli_kl(i, output):
    p, q = number(i["p"]), number(i["q"])
    kl = lambda a, b: a * (a / b).ln() + (1 - a) * ((1 - a) / (1 - b)).ln()
    return kl(p, q) if output == "kl" else kl(p, q) + kl(q, p)


def advantages(i, output):
    rewards, groups = [number(r) for r in i["rewards"]], i["groups"]
    k = int(output[len("advantage["):-1])
    group = [r for r, g in zip(rewards, groups) if g == groups[k]]
    mean = sum(group) / len(group)
    squares = sum((r - mean) ** 2 for r in group)
    eps = Decimal(1) / 10000
    if i["profile"] == "paper":
        return (rewards[k] - mean) / (squares / len(group) + eps).sqrt()
    return (rewards[k] - mean) / ((squares / (len(group) - 1)).sqrt() + eps)


def kl_estimate(i, output):
    d = number(i["log_prob"]) - number(i["reference_log_prob"])
    return (-d).exp() - 1 + d if output == "estimate" else 1 - (-d).exp()


WAYS = {"success-map": success_map, "iterate": iterate, "bernoulli-kl": bernoulli_kl, "advantages": advantages, "kl-estimate": kl_estimate}

if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True
    from read_vectors import read

    compared = 0
    for name, quantity, inputs, output, value, _ in read(folder):
        if quantity not in WAYS or inputs.get("profile", "paper") not in ("paper", "trl"):
            continue
        other = Fraction(WAYS[quantity](inputs, output))
        # Half a unit of the 60th digit is at most 5e-60 of the value.
        assert abs(other - value) <= abs(value) * Fraction(6, 10**60), (name, float(other), float(value))
        compared += 1
    print(compared, "values agree")
