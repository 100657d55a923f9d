"""Speaks the conformance protocol of grpo-verified: one JSON request a line in, one JSON answer a line out.

Standard library only. Written by `grpo-verified conformance init --language python`; it is yours to change.
"""
import json
import math
import sys

NON_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def decode(value):
    """Numbers of a request: lists of floats; the texts NaN, Infinity, -Infinity stand for themselves."""
    if isinstance(value, list):
        return [decode(item) for item in value]
    return NON_FINITE.get(value, value) if isinstance(value, str) else value


def encode(value):
    """Numbers of an answer; tensors and arrays are turned into lists."""
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def serve(name, operations, capabilities, dtypes=("float64",), options=()):
    """Answers requests until the input ends. `operations` maps advantages, kl, ratio, loss, aggregation to functions
    that take the request as a dict and return the answer as a dict. A ValueError refuses the request."""
    answers, sys.stdout = sys.stdout, sys.stderr  # a stray print must not break the protocol
    for line in sys.stdin:
        request = {key: value if key in ("id", "options") else decode(value) for key, value in json.loads(line).items()}
        if request["operation"] == "describe":
            answer = {"name": name, "capabilities": list(capabilities), "dtypes": list(dtypes), "options": list(options)}
        else:
            try:
                answer = operations[request["operation"]](request)
            except ValueError as refusal:
                answer = {"error": str(refusal)}
        answers.write(json.dumps({"id": request["id"], **encode(answer)}, allow_nan=False) + "\n")
        answers.flush()


def gradient(function, values, dtype):
    """Value and gradient of a scalar function of one tensor, by autograd; needs torch."""
    import torch

    x = torch.tensor(values, dtype=getattr(torch, dtype), requires_grad=True)
    y = function(x)
    (slope,) = torch.autograd.grad(y, x)
    return y.detach(), slope
