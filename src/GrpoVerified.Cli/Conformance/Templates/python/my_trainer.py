"""What grpo-verified tries: call YOUR code from these functions.

    grpo-verified infer-profile -- python3 my_trainer.py
    grpo-verified conformance -- python3 my_trainer.py
"""
import math

import grpo_shim


def advantages(request):
    """request["rewards"], request["groups"]: one number and one group id a sample -> one advantage a sample."""
    rewards, groups = request["rewards"], request["groups"]
    result = []
    for reward, group in zip(rewards, groups):
        # Replace this block by a call of your own code. It is the convention of TRL's defaults: (r - mean)/(std + 1e-4), sample std.
        own = [r for r, g in zip(rewards, groups) if g == group]
        mean = math.fsum(own) / len(own)
        if len(own) > 1:
            std = math.sqrt(math.fsum((r - mean) ** 2 for r in own) / (len(own) - 1))
        else:
            std = 0.0
        result.append((reward - mean) / (std + 1e-4))
    return {"advantages": result}


def kl(request):
    """request["logp"], request["ref_logp"]: one number a token -> the KL estimate of each token, and its derivative by logp."""
    pairs = list(zip(request["logp"], request["ref_logp"]))
    return {
        "values": [expm1(ref - own) + (own - ref) for own, ref in pairs],
        "gradient": [-expm1(ref - own) for own, ref in pairs],
    }


def expm1(x):
    try:
        return math.expm1(x)
    except OverflowError:
        return math.inf


if __name__ == "__main__":
    grpo_shim.serve(
        "my trainer",
        {"advantages": advantages, "kl": kl},
        capabilities=["advantages", "ragged-groups", "interleaved-groups", "kl", "kl-gradient"],
    )
