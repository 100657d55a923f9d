"""mpmath: "mp" floats (not certified; findroot by the secant method) or "iv" intervals. Answers the lines described in anchor.h."""
import sys
import time

import mpmath

POINTS, SHOWN = 256, 100
CASES = [((3, 10), (5, 1), (1, 1000), (0.39, 0.393)),
         ((1, 100), (2, 1), (1, 100000), (0.068, 0.0684)),
         ((7, 10), (20, 1), (0, 1), (0.722, 0.7231))]


def map_h(context, p0, beta, eps):
    number = context.mpf
    quotient = lambda q: number(q[0]) / q[1]
    odds = (1 - quotient(p0)) / quotient(p0)
    exponent, smoothing, one = -1 / quotient(beta), quotient(eps), number(1)
    exp, sqrt = context.exp, context.sqrt
    return lambda p: one / (one + odds * exp(exponent / sqrt(p * (one - p) + smoothing)))


def prepare(context, workload, bits):
    """(run, value) of a workload, or None."""
    context.prec = mpmath.mp.prec = bits
    if workload == "h":
        h = map_h(context, (3, 10), (1, 2), (1, 1000))
        points = [context.mpf(k + 1) / 257 for k in range(POINTS)]
        points = [points[i * 37 % POINTS] for i in range(POINTS)]

        def run(n):
            for i in range(n):
                h(points[i % POINTS])
        return run, lambda: h(context.mpf(SHOWN + 1) / 257)
    if workload.startswith("fixed-point-") and context is mpmath.mp:
        p0, beta, eps, start = CASES[int(workload[-1]) - 1]
        h = map_h(context, p0, beta, eps)
        solve = lambda: mpmath.findroot(lambda p: h(p) - p, start, maxsteps=60)

        def run(n):
            for _ in range(n):
                solve()
        return run, solve
    return None


def main():
    context = getattr(mpmath, sys.argv[1])
    ready, found = None, None
    for line in sys.stdin:
        verb, workload, bits, *n = line.split()
        if ready != (workload, bits):
            ready, found = (workload, bits), prepare(context, workload, int(bits))
        if found is None:
            print("-", flush=True)
        elif verb == "value":
            value = found[1]()
            print(mpmath.nstr(mpmath.mpf(getattr(value, "mid", value)), int(int(bits) * 0.30103) + 4), flush=True)
        else:
            start = time.thread_time_ns()
            found[0](int(n[0]))
            print(time.thread_time_ns() - start, flush=True)


main()
