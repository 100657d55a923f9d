using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Reference;

/// <summary>One expression for each reference value, in file order: group letter, then position within the group.</summary>
internal static partial class ReferenceExpressions
{
    /// <summary>Expressions of a claim, in the order in which the file lists its values.</summary>
    public static IReadOnlyDictionary<string, Func<Ball>[]> ByClaim { get; } = new[] { Weights(), FixedPoints(), Global(), UnsmoothedCase(), Variants(), Clipped(), Groups() }
        .SelectMany(static d => d).ToDictionary(StringComparer.Ordinal);
}
