"""GRPO in torch under three conventions, written from their formulas; gradients by autograd.

    grpo-verified conformance --profile trl -- python3 torch_conventions.py trl
    (also: paper, verl; trl-naive passes with one more advice, see naively_clipped)

Inputs under the mask are replaced before anything is computed: NaN times 0 is NaN, in a gradient too.
"""
import sys

import torch

import grpo_shim


def groups_of(request):
    return torch.tensor(request["groups"])


def tensor(request, name):
    return torch.tensor(request[name], dtype=getattr(torch, request["dtype"]))


# Advantages: one function a convention, called with the rewards of one group.

def paper_whitening(r):
    """(r - p) / sqrt(p(1 - p) + eps): population variance, eps under the root."""
    return (r - r.mean()) / torch.sqrt(((r - r.mean()) ** 2).mean() + 1e-4)


def trl_whitening(r):
    """(r - mean) / (std + 1e-4), sample deviation; missing rewards are left out; a group of one has deviation 0."""
    known = r[~torch.isnan(r)]
    if len(known) == 0:
        return r
    std = known.std(unbiased=True) if len(known) > 1 else torch.zeros((), dtype=r.dtype)
    return (r - known.mean()) / (std + 1e-4)


def verl_whitening(r):
    """(r - mean) / (std + 1e-6), sample deviation; a group of one has mean 0 and deviation 1."""
    if len(r) == 1:
        return r / (1 + 1e-6)
    return (r - r.mean()) / (r.std(unbiased=True) + 1e-6)


# KL estimates, d = log pi - log pi_ref.

def k3_expm1(d):
    return torch.expm1(-d) + d


def k3(d):
    return torch.exp(-d) + d - 1


def k3_clamped(d):
    return k3(d.clamp(-20, 20)).clamp(-10, 10)


# Ratios, and what a token loses: both take the log-ratio.

def clamped(log_ratio):
    return log_ratio.clamp(-20, 20)


def naively_clipped(log_ratio, a):
    """As it is usually written. Where the ratio overflows (log-ratio above 88 in float32) and the clip holds, the loss is right and its
    gradient is 0 * inf = NaN: advice T331."""
    rho = torch.exp(log_ratio)
    return -torch.minimum(rho * a, rho.clamp(1 - 0.2, 1 + 0.2) * a)


def clipped(log_ratio, a):
    """The same, where the clipped branch never sees the exponential in its gradient."""
    with torch.no_grad():
        rho = torch.exp(log_ratio)
        bound = rho.clamp(1 - 0.2, 1 + 0.2) * a
        holds = bound < rho * a
    return -torch.where(holds, bound, torch.exp(log_ratio.masked_fill(holds, 0)) * a)


def dual_clipped(log_ratio, a):
    """For a negative advantage the loss is at most -3a."""
    once = naively_clipped(clamped(log_ratio), a)
    return torch.where(a < 0, torch.minimum(once, -3 * a), once)


# Aggregation: a micro-batch is told the counts of the whole batch.

def token_mean(values, mask, totals):
    tokens = totals["tokens"] if totals else mask.sum()
    return values.sum() / tokens


def sequence_mean(values, mask, totals):
    sequences = totals["sequences"] if totals else len(values)
    return (values.sum(1) / mask.sum(1).clamp(min=1)).sum() / sequences


TRL = dict(whiten=trl_whitening, kl=k3, loss=clipped, aggregate=token_mean)
CONVENTIONS = {
    "paper": dict(whiten=paper_whitening, kl=k3_expm1, beta=0.04, loss=clipped, aggregate=sequence_mean),
    "trl": TRL,
    "trl-naive": {**TRL, "loss": naively_clipped},
    "verl": dict(whiten=verl_whitening, kl=k3_clamped, before_exp=clamped, loss=dual_clipped, aggregate=token_mean),
}


def operations(whiten, kl, loss, aggregate, beta=0.0, before_exp=lambda log_ratio: log_ratio):
    def advantages(request):
        rewards, groups = tensor(request, "rewards"), groups_of(request)
        result = torch.empty_like(rewards)
        for group in groups.unique():
            result[groups == group] = whiten(rewards[groups == group])
        return {"advantages": result}

    def estimate(request):
        logp = tensor(request, "logp").requires_grad_()
        values = kl(logp - tensor(request, "ref_logp"))
        (slope,) = torch.autograd.grad(values.sum(), logp)
        return {"values": values.detach(), "gradient": slope}

    def ratios(request):
        mask = torch.tensor(request["mask"])
        log_ratio = tensor(request, "logp") - tensor(request, "old_logp")
        return {"ratios": torch.exp(before_exp(log_ratio.masked_fill(~mask, 0)))}

    def policy_loss(request):
        mask = torch.tensor(request["mask"])
        logp = tensor(request, "logp").requires_grad_()
        own = logp.masked_fill(~mask, 0)
        log_ratio = own - tensor(request, "old_logp").masked_fill(~mask, 0)
        tokens = loss(log_ratio, tensor(request, "advantages")[:, None].expand_as(log_ratio))
        if beta:
            tokens = tokens + beta * kl(own - tensor(request, "ref_logp").masked_fill(~mask, 0))
        tokens = tokens.masked_fill(~mask, 0)
        total = aggregate(tokens, mask, request.get("totals"))
        (slope,) = torch.autograd.grad(total, logp)
        return {"loss": total.detach(), "token_losses": tokens.detach(), "gradient": slope}

    def aggregation(request):
        mask = torch.tensor(request["mask"])
        return {"value": aggregate(tensor(request, "values").masked_fill(~mask, 0), mask, request.get("totals"))}

    return {"advantages": advantages, "kl": estimate, "ratio": ratios, "loss": policy_loss, "aggregation": aggregation}


if __name__ == "__main__":
    torch.set_num_threads(1)
    convention = sys.argv[1]
    grpo_shim.serve(
        f"torch, {convention}",
        operations(**CONVENTIONS[convention]),
        capabilities=["advantages", "ragged-groups", "interleaved-groups", "kl", "kl-gradient", "ratio",
                      "loss", "token-losses", "loss-gradient", "aggregation", "totals"]
        + (["missing-rewards"] if convention.startswith("trl") else []),
        dtypes=["float32", "float64"],
    )
