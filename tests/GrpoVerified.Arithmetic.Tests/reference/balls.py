"""Reference digits for the ball arithmetic: writes ball_points.csv beside this file.

Tool: mpmath (tried with 1.3.0). Columns: function, argument (an exact fraction), significant digits, value
rounded to nearest. Every value is computed at two working precisions; a disagreement stops the script.
The digits of long values are stored as their first 40, last 40 and the sum of all digits.
"""
import sys
from fractions import Fraction
from pathlib import Path

import mpmath

ARGUMENTS = ["1", "-1", "1/3", "-2/7", "1/1024", "3/4", "-3/4", "999999/1000000", "-999999/1000000", "7/2", "-40",
             "100", "12345/7", "1/1000000007", "-1/10000000000000000000000", "1/100000000000000000000000000000000000000000",
             "1000001/1000000", "2", "1/2"]

FUNCTIONS = {
    "exp": (mpmath.exp, lambda x: True),
    "expm1": (mpmath.expm1, lambda x: True),
    "log": (mpmath.log, lambda x: x > 0 and x != 1),
    "log1p": (mpmath.log1p, lambda x: x > -1),
    "sqrt": (mpmath.sqrt, lambda x: x > 0),
    "rsqrt": (lambda x: 1 / mpmath.sqrt(x), lambda x: x > 0),
    "sinh": (mpmath.sinh, lambda x: True),
    "cosh": (mpmath.cosh, lambda x: True),
    "asinh": (mpmath.asinh, lambda x: True),
    "atanh": (mpmath.atanh, lambda x: abs(x) < 1),
    "logistic": (lambda x: 1 / (1 + mpmath.exp(-x)), lambda x: True),
    "sin": (mpmath.sin, lambda x: True),
    "cos": (mpmath.cos, lambda x: True),
    "atan": (mpmath.atan, lambda x: True),
}


def digits(function, argument, count):
    """|value| as an integer of `count` digits and the decimal exponent of the first one."""
    results = []
    for extra in (60, 140):
        with mpmath.workdps(count + extra):
            x = Fraction(argument)
            value = function(mpmath.mpf(x.numerator) / x.denominator)
            sign = "-" if value < 0 else ""
            exponent = int(mpmath.floor(mpmath.log10(abs(value))))
            scaled = int(mpmath.nint(abs(value) * mpmath.mpf(10) ** (count - 1 - exponent)))
            text = str(scaled)
            if len(text) != count:
                exponent += len(text) - count
                scaled = int(mpmath.nint(abs(value) * mpmath.mpf(10) ** (count - 1 - exponent)))
                text = str(scaled)
            results.append((sign + text, exponent))
    assert results[0] == results[1], (function, argument, count)
    return results[0]


def summary(text):
    body = text.lstrip("-")
    sign = "-" if text.startswith("-") else ""
    return sign + body if len(body) <= 80 else f"{sign}{body[:40]}..{body[-40:]}..{sum(map(int, body))}"


def main():
    sys.set_int_max_str_digits(0)
    lines = ["function,argument,digits,significand,exponent"]
    for name, (function, inside) in FUNCTIONS.items():
        for argument in ARGUMENTS:
            if inside(Fraction(argument)):
                for count in (5, 40, 1000):
                    text, exponent = digits(function, argument, count)
                    if text.rstrip("0").lstrip("-") in ("1", "2", "5") or exponent < -200:
                        continue
                    lines.append(f"{name},{argument},{count},{summary(text)},{exponent}")
    for name, argument in (("exp", "1/3"), ("log", "7/5"), ("rsqrt", "3"), ("sin", "1/3"), ("atan", "1/3")):
        text, exponent = digits(FUNCTIONS[name][0], argument, 20000)
        lines.append(f"{name},{argument},20000,{summary(text)},{exponent}")
    for name, argument in (("exp", "1/3"), ("log", "7/5"), ("pi", "0")):
        function = (lambda x: +mpmath.pi) if name == "pi" else FUNCTIONS[name][0]
        text, exponent = digits(function, argument, 100000)
        lines.append(f"{name},{argument},100000,{summary(text)},{exponent}")
    Path(__file__).with_name("ball_points.csv").write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
