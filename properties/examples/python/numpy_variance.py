"""Advantages with numpy in the format of the request; `python3 numpy_variance.py two-pass` passes `conformance --profile tiny-grpo`.

`moments` computes the variance as E[x^2] - E[x]^2: the same number on paper, and wrong where rewards are close to each other.
"""
import sys

import numpy as np

import grpo_shim


def two_pass(r):
    return ((r - r.mean()) ** 2).sum() / (len(r) - 1)


def moments(r):
    return max(((r * r).mean() - r.mean() ** 2) * len(r) / (len(r) - 1), 0)


def advantages(request, variance):
    kind = getattr(np, request["dtype"])
    rewards, groups = np.array(request["rewards"], dtype=kind), np.array(request["groups"])
    result = np.full_like(rewards, np.nan)  # a group of one has no sample deviation
    for group in np.unique(groups):
        own = rewards[groups == group]
        if len(own) > 1:
            result[groups == group] = (own - own.mean()) / (np.sqrt(kind(variance(own))) + kind(1e-8))
    return {"advantages": result}


if __name__ == "__main__":
    form = {"two-pass": two_pass, "moments": moments}[sys.argv[1]]
    grpo_shim.serve(
        f"numpy, {sys.argv[1]}",
        {"advantages": lambda request: advantages(request, form)},
        capabilities=["advantages", "ragged-groups", "interleaved-groups"],
        dtypes=["float32", "float64"],
    )
