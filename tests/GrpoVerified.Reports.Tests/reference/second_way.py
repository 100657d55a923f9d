"""Recomputes golden values with Python's decimal module at 120 digits: another arithmetic, formulas written from the paper.

Usage: second_way.py FOLDER. Prints how many values it compared, some of every quantity; ends with an error at the first that differs in 60 digits.
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


def policy(i, output):
    ref, rewards = [number(x) for x in i["reference"]], [int(r) for r in i["rewards"]]
    p, beta, eps = (number(i[n]) for n in ("p_old", "beta", "epsilon"))
    advantage = [(r - p) / (p * (1 - p) + eps).sqrt() for r in rewards]
    weights = [r * (a / beta).exp() for r, a in zip(ref, advantage)]
    z = sum(weights)
    new = [w / z for w in weights]
    kl = sum(n * (n / r).ln() for n, r in zip(new, ref))
    if output.startswith("probability"):
        return new[int(output[len("probability["):-1])]
    return {"partition": z, "kl(new|reference)": kl, "objective": sum(n * a for n, a in zip(new, advantage)) - beta * kl}[output]


def fixed_point(i, output, near):
    """Newton's method from the 60 digits, in the smaller of p and q = 1 - p; it moves the root only where the digits are wrong."""
    r, beta, eps = (number(i[n]) for n in ("p_ref", "beta", "epsilon"))
    p_is_small = near["p"] < near["complement"]
    x = near["p"] if p_is_small else near["complement"]
    for _ in range(4):
        p, q = (x, 1 - x) if p_is_small else (1 - x, x)
        h, g = step(p, q, r, beta, eps)
        s = p * q + eps
        slope = h * g * (p - q) / (2 * beta * s * s.sqrt())
        x -= ((h if p_is_small else g) - x) / (slope - 1)
    p, q = (x, 1 - x) if p_is_small else (1 - x, x)
    return {"p": p, "complement": q, "multiplier": slope}[output]


def loss(i, output):
    """trl: mean over tokens; trl-grpo: mean over sequences of the mean over tokens, k3 with beta 0.04; trl-dr-grpo: sum over B max_length."""
    profile, mask, advantage = i["profile"], i["mask"], [number(a) for a in i["advantages"]]
    rows = range(len(mask))
    tokens = sum(m == "1" for row in mask for m in row)
    weight = {
        "trl": lambda row: 1 / Decimal(tokens),
        "trl-grpo": lambda row: 1 / Decimal(len(mask)) / mask[row].count("1"),
        "trl-dr-grpo": lambda row: 1 / Decimal(len(mask)) / number(i["max_length"]),
    }[profile]
    beta = Decimal(4) / 100 if profile == "trl-grpo" else Decimal(0)
    total, gradient = Decimal(0), {}
    for row in rows:
        for t, m in enumerate(mask[row]):
            new, old, ref = (number(i[n][row][t]) for n in ("log_probs", "old_log_probs", "reference_log_probs"))
            ratio, a = (new - old).exp(), advantage[row]
            clipped = min(max(ratio, Decimal(8) / 10), Decimal(12) / 10)
            surrogate = min(ratio * a, clipped * a)
            slope = ratio * a if ratio * a == surrogate else Decimal(0)
            k3, k3_slope = (ref - new).exp() - 1 - (ref - new), 1 - (ref - new).exp()
            w = weight(row) if m == "1" else Decimal(0)
            total += w * (beta * k3 - surrogate)
            gradient[f"gradient[{row}][{t}]"] = w * (beta * k3_slope - slope)
    return total if output == "loss" else gradient[output]


WAYS = {"success-map": success_map, "iterate": iterate, "bernoulli-kl": bernoulli_kl, "advantages": advantages, "kl-estimate": kl_estimate, "policy": policy, "fixed-point": fixed_point, "loss": loss}
PROFILES = {"advantages": ("paper", "trl"), "kl-estimate": ("paper", "trl"), "loss": ("trl", "trl-grpo", "trl-dr-grpo")}

if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True
    from read_vectors import read

    compared, values = {quantity: 0 for quantity in WAYS}, list(read(folder))
    near = {}
    for name, quantity, _, output, value, _ in values:
        near.setdefault(name[: -len(output)], {})[output] = Decimal(value.numerator) / Decimal(value.denominator)
    for name, quantity, inputs, output, value, _ in values:
        if quantity in PROFILES and inputs["profile"] not in PROFILES[quantity]:
            continue
        more = (near[name[: -len(output)]],) if quantity == "fixed-point" else ()
        other = Fraction(WAYS[quantity](inputs, output, *more))
        # Half a unit of the 60th digit is at most 5e-60 of the value.
        assert abs(other - value) <= abs(value) * Fraction(6, 10**60), (name, float(other), float(value))
        compared[quantity] += 1
    assert all(compared.values()), compared
    print(sum(compared.values()), "values of every quantity agree")
