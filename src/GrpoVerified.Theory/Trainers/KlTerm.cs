#pragma warning disable GRPO2006 // The textbook orders are what trainers evaluate; they are wanted as written.
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Trainers;

/// <summary>The pieces of a trainer's KL term beside the estimators of <see cref="Formulas.Divergences"/>.</summary>
public static class KlTerm
{
    /// <summary>k3 as textbooks write it, e^−d − 1 + d; in floating point it is negative by up to an ulp of 1 for small d.</summary>
    public static T TextbookK3<T>(T d)
        where T : IElementary<T>
        => T.Exp(-d) - T.One + d;

    /// <summary>x moved into [−bound, bound].</summary>
    public static T Clamp<T>(T x, T bound)
        where T : IElementary<T>
        => T.Max(-bound, T.Min(x, bound));
}
