using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.TestKit;

/// <summary>A set of real numbers given by exact endpoints, and one number known to be in it.</summary>
/// <param name="Lower">Lower endpoint.</param>
/// <param name="Member">A member.</param>
/// <param name="Upper">Upper endpoint.</param>
public readonly record struct KnownMember(Rational Lower, Rational Member, Rational Upper)
{
    /// <summary>Sets of every size and position: points, slivers, sets that touch or straddle zero, huge sets.</summary>
    public static Gen<KnownMember> Any { get; } = Around(RationalCases.Any);

    /// <summary>Sets around members in [−30, 30].</summary>
    public static Gen<KnownMember> Moderate { get; } = Around(RationalCases.Moderate);

    /// <summary>The set of one number.</summary>
    public static KnownMember Point(Rational x) => new(x, x, x);

    /// <summary>Sets around members of the given kind.</summary>
    public static Gen<KnownMember> Around(Gen<Rational> members)
        => members.SelectMany(m => Gap(m).Two().Select(g => new KnownMember(m - g.Item1, m, m + g.Item2)));

    /// <summary>The set of the member alone.</summary>
    public KnownMember Narrowed() => Point(Member);

    /// <summary>The set without what lies on one side of the member, then simpler members, then simpler ends.</summary>
    public static IEnumerable<KnownMember> Simpler(KnownMember set)
    {
        if (set.Lower != set.Member)
        {
            yield return set with { Lower = set.Member };
        }

        if (set.Upper != set.Member)
        {
            yield return set with { Upper = set.Member };
        }

        foreach (var m in RationalCases.Simpler(set.Member))
        {
            yield return set.Lower <= m && m <= set.Upper ? set with { Member = m } : Point(m);
        }

        foreach (var end in RationalCases.Simpler(set.Upper).Where(u => u > set.Member && set.Upper > set.Member))
        {
            yield return set with { Upper = end };
        }

        foreach (var end in RationalCases.Simpler(set.Lower).Where(l => l < set.Member && set.Lower < set.Member))
        {
            yield return set with { Lower = end };
        }
    }

    /// <summary>Simpler pairs: one component at a time.</summary>
    public static IEnumerable<(KnownMember A, KnownMember B)> SimplerPair((KnownMember A, KnownMember B) pair)
        => Simpler(pair.A).Select(a => (a, pair.B)).Concat(Simpler(pair.B).Select(b => (pair.A, b)));

    /// <inheritdoc/>
    public override string ToString() => Lower == Upper ? $"{Member}" : $"{Member} in [{Lower}, {Upper}]";

    private static Gen<Rational> Gap(Rational m) => Gen.Frequency(
        (3, Gen.Constant(Rational.Zero)),
        (2, Gen.Choose(1, 70).Select(k => m.Abs() * Rational.Pow(2, -k))),
        (1, Gen.Constant(m.Abs())),
        (1, RationalCases.Small.Select(x => x.Abs())),
        (1, Gen.Choose(0, 80).Select(k => (m.Abs() * Rational.Pow(2, k)) + Rational.Pow(2, -k))));
}
