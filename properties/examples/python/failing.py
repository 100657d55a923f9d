"""passing.py with two mistakes that its own tests would hardly see: fails `conformance --profile dr-grpo`.

The mean is taken over the whole batch: one group in a test hides it. Masked values are multiplied by 0: finite ones in a test hide it.
"""
import grpo_shim
import passing


def advantages(request):
    mean = sum(request["rewards"]) / len(request["rewards"])
    return {"advantages": [reward - mean for reward in request["rewards"]]}


def aggregation(request):
    values = [[v * m for v, m in zip(row, mask)] for row, mask in zip(request["values"], request["mask"])]
    return passing.aggregation({**request, "values": values, "mask": [[True] * len(row) for row in request["mask"]]})


if __name__ == "__main__":
    grpo_shim.serve(
        "Dr. GRPO with two mistakes",
        {"advantages": advantages, "aggregation": aggregation},
        capabilities=["advantages", "ragged-groups", "interleaved-groups", "aggregation", "totals"],
    )
