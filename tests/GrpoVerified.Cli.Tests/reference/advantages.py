# Expected digits of AdvantageContractTests, by mpmath: python3 advantages.py
from fractions import Fraction
from mpmath import mp, mpf, sqrt, nstr
mp.dps = 60

def digits(rewards, std, placement, baseline, n=18, eps=Fraction(1, 10000)):
    r = [Fraction(x) for x in rewards]
    k = len(r)
    mean = sum(r) / k
    ss = sum((x - mean) ** 2 for x in r)
    var = ss / k if std == "population" else ss / (k - 1)
    base = {"mean": mean, "leave-one-out": (sum(r) - r[0]) / (k - 1), "none": 0}[baseline]
    f = lambda q: mpf(Fraction(q).numerator) / Fraction(q).denominator
    d = mpf(1) if std == "none" else sqrt(f(var + eps)) if placement == "inside" else sqrt(f(var)) + f(eps)
    return nstr(f(r[0] - base) / d, n, strip_zeros=False)

one = ["1"] + ["0"] * 7
print(digits(["1", "0", "0", "1"], "population", "inside", "mean", 30))
print(digits(one, "sample", "outside", "mean"))
print(digits(one, "population", "inside", "mean"))
print(digits(one, "population", "inside", "leave-one-out"))
print(digits(one, "none", "inside", "leave-one-out"))
print(digits(one, "none", "inside", "mean"))
print(digits(["1/3", "-0.5", "2.25e-1"], "sample", "inside", "none"))
