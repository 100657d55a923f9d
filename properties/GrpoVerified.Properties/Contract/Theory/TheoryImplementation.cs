namespace GrpoVerified.Properties.Contract.Theory;

/// <summary>An implementation of the theory under test: plug in the functions there are, rules that need others are skipped.</summary>
/// <remarks>
/// Every number is a double that the implementation's format represents. Where a function of the format saturates
/// (h at 1 for Ω/β beyond 37 in double) the saturated value is right: budgets are taken around the certified value.
/// </remarks>
public sealed record TheoryImplementation
{
    /// <summary>A name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>The format it computes in; cases are representable in it, and rounding budgets are multiples of its unit roundoff.</summary>
    public DType DType { get; init; } = DType.Float64;

    /// <summary>(p, ε) ↦ (ω₊, ω₋), the whitened advantage of a success and minus that of a failure.</summary>
    public Func<double, double, (double Plus, double Minus)>? Weights { get; init; }

    /// <summary>(p, p_ref, β, ε) ↦ h(p).</summary>
    public Func<double, double, double, double, double>? SuccessMap { get; init; }

    /// <summary>(x, x₀, β, ε) ↦ F(x) = x₀ + G(x)/β, in log-odds.</summary>
    public Func<double, double, double, double, double>? LogOddsMap { get; init; }

    /// <summary>(p, p_ref, β, ε) ↦ h′(p).</summary>
    public Func<double, double, double, double, double>? Derivative { get; init; }

    /// <summary>ε ↦ M_ε, the sharp Lipschitz constant of G.</summary>
    public Func<double, double>? LipschitzConstant { get; init; }

    /// <summary>(p_ref, β, ε) ↦ all fixed points of h in [0,1], increasing.</summary>
    public Func<double, double, double, IReadOnlyList<double>>? FixedPoints { get; init; }

    /// <summary>(π_ref, r, p_old, β, ε) ↦ π, the explicit policy of the reference KL.</summary>
    public Func<IReadOnlyList<double>, IReadOnlyList<bool>, double, double, double, IReadOnlyList<double>>? Policy { get; init; }

    /// <summary>(p_ref, p_old, β, ε) ↦ Z.</summary>
    public Func<double, double, double, double, double>? Partition { get; init; }

    /// <summary>(π, π_ref, r, p_old, β, ε) ↦ L(π) = ω₊P(r=1) − ω₋P(r=0) − β KL(π‖π_ref).</summary>
    public Func<IReadOnlyList<double>, IReadOnlyList<double>, IReadOnlyList<bool>, double, double, double, double>? Objective { get; init; }

    /// <summary>(π, π_old, r, ε, e_lo, e_hi) ↦ Σ π_old min(ρA, clip(ρ)A), without a KL term.</summary>
    public Func<IReadOnlyList<double>, IReadOnlyList<double>, IReadOnlyList<bool>, double, double, double, double>? Surrogate { get; init; }

    /// <summary>The same arguments ↦ ω₊E_old[min(ρ, 1+e_hi) 1{r=1}] − ω₋E_old[max(ρ, 1−e_lo) 1{r=0}].</summary>
    public Func<IReadOnlyList<double>, IReadOnlyList<double>, IReadOnlyList<bool>, double, double, double, double>? Contrastive { get; init; }

    /// <summary>(p, β, ε) ↦ the next p with the KL to the previous policy.</summary>
    public Func<double, double, double, double>? Mirror { get; init; }

    /// <summary>(p, p_ref, α, β, ε) ↦ the next p with the KL split between reference (α) and previous policy (1 − α).</summary>
    public Func<double, double, double, double, double, double>? TwoKl { get; init; }

    /// <summary>(p, p_ref, β) ↦ the next p with a centred reward that is not divided, reference KL.</summary>
    public Func<double, double, double, double>? MeanOnly { get; init; }

    /// <summary>(p, p_ref, β, ε, e_lo, e_hi) ↦ the next p of the clipped objective, reference KL.</summary>
    public Func<double, double, double, double, double, double, double>? Clipped { get; init; }

    /// <summary>(p, ε, G, sample) ↦ Ω_G(p): groups of G, empirical mean, population or sample deviation, ε inside the root.</summary>
    public Func<double, double, int, bool, double>? GroupWeight { get; init; }

    /// <summary>(p, ε, G, sample) ↦ Ω_G/(1 − p^G − (1−p)^G): the same where groups of equal rewards are discarded and sampled again.</summary>
    public Func<double, double, int, bool, double>? KeptGroupWeight { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
