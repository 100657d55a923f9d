"""Dr. GRPO in plain Python: passes `conformance --profile dr-grpo`."""
import math

import grpo_shim


def advantages(request):
    """r - mean of the group."""
    result = []
    for reward, group in zip(request["rewards"], request["groups"]):
        own = [r for r, g in zip(request["rewards"], request["groups"]) if g == group]
        result.append(reward - math.fsum(own) / len(own))
    return {"advantages": result}


def aggregation(request):
    """Sum over the unmasked tokens / (sequences * L_max). A list comprehension leaves masked values out, whatever they are."""
    total = math.fsum(v for row, mask in zip(request["values"], request["mask"]) for v, m in zip(row, mask) if m)
    sequences = request["totals"]["sequences"] if "totals" in request else len(request["values"])
    return {"value": total / (sequences * request["max_length"])}


if __name__ == "__main__":
    grpo_shim.serve(
        "Dr. GRPO in plain Python",
        {"advantages": advantages, "aggregation": aggregation},
        capabilities=["advantages", "ragged-groups", "interleaved-groups", "aggregation", "totals"],
    )
