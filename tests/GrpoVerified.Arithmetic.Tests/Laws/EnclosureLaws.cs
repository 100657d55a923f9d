using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Laws;

/// <summary>What every enclosing arithmetic must satisfy beside <see cref="ArithmeticLaws{T}"/>: inclusions and three-valued order.</summary>
/// <typeparam name="T">The arithmetic under test.</typeparam>
public abstract class EnclosureLaws<T> : ArithmeticLaws<T>
    where T : IEnclosure<T>
{
    /// <summary>Turns exact numbers into enclosures.</summary>
    protected abstract IArithmeticContext<T> Context { get; }

    /// <summary>Whether functions keep inclusions exactly; otherwise the results need only overlap.</summary>
    protected virtual bool FunctionsAreIsotonic => true;

    [Fact]
    public void Functions_of_a_subset_lie_in_the_function_of_the_set() => Law.Holds(
        Operands,
        KnownMember.Simpler,
        set =>
        {
            var (inner, outer) = (Enclose(set.Narrowed()), Enclose(set));
            foreach (var (name, function, domain) in FunctionTable.Of<T>())
            {
                if (domain(set.Member))
                {
                    var (small, large) = (function(inner), function(outer));
                    Assert.True(
                        FunctionsAreIsotonic ? T.IsSubset(small, large) : T.Overlap(small, large),
                        $"{name}({inner}) = {small} is no subset of {name}({outer}) = {large}");
                }
            }
        },
        Count);

    [Fact]
    public void Operations_on_subsets_lie_in_the_operation_on_the_sets() => ForSetPairs((a, b) =>
    {
        var (x, y) = (Enclose(a.Narrowed()), Enclose(b.Narrowed()));
        var (u, v) = (Enclose(a), Enclose(b));
        AssertSubset(x + y, u + v);
        AssertSubset(x - y, u - v);
        AssertSubset(x * y, u * v);
        AssertSubset(T.Min(x, y), T.Min(u, v));
        AssertSubset(T.Max(x, y), T.Max(u, v));
        AssertSubset(T.Hull(x, y), T.Hull(u, v));
        if (!b.Member.IsZero)
        {
            AssertSubset(x / y, u / v);
        }
    });

    [Fact]
    public void Certain_comparisons_are_true_of_the_members() => ForPairs((a, b, x, y) =>
    {
        Assert.True(T.Less(x, y).IsUndecided || T.Less(x, y).IsCertain == a < b, $"{x} < {y} is {T.Less(x, y)}");
        Assert.True(T.LessOrEqual(x, y).IsUndecided || T.LessOrEqual(x, y).IsCertain == a <= b, $"{x} <= {y} is {T.LessOrEqual(x, y)}");
    });

    [Fact]
    public void Distant_representable_points_are_decided() => ForSetPairs((first, second) =>
    {
        var (a, b) = (Exact(first.Member), Exact(second.Member));
        var (x, y) = (Enclose(a), Enclose(b));
        if ((a.Member - b.Member).Abs() * 4 > a.Member.Abs() + b.Member.Abs() && T.IsFinite(x) && T.IsFinite(y))
        {
            Assert.Equal(a.Member < b.Member, T.Less(x, y).IsCertain);
            Assert.Equal(a.Member > b.Member, T.Less(x, y).IsRefuted);
        }
    });

    [Fact]
    public void Set_relations_are_consistent() => ForSetPairs((a, b) =>
    {
        var (x, y) = (Enclose(a), Enclose(b));
        AssertSubset(x, x);
        Assert.True(!T.IsInterior(x, y) || T.IsSubset(x, y));
        Assert.True(!T.IsSubset(x, y) || T.Overlap(x, y));
        Assert.Equal(T.Overlap(x, y), T.Overlap(y, x));
        Assert.Equal(T.Contains(x, Rational.Zero), T.ContainsZero(x));
        Assert.True(!T.Contains(x, b.Member) || T.Overlap(x, y));
        AssertSubset(x, T.Hull(x, y));
        AssertSubset(y, T.Hull(x, y));
        Assert.True(T.Less(x, y).IsUndecided || !T.Overlap(x, y) || T.Less(x, y).IsRefuted, $"{x} and {y} overlap and are ordered");
    });

    [Fact]
    public void Functions_of_points_are_nearly_as_sharp_as_the_arithmetic_allows() => Law.Holds(
        KnownMember.Moderate,
        KnownMember.Simpler,
        set =>
        {
            var x = Enclose(Exact(set.Member));
            foreach (var (name, function, domain) in FunctionTable.Of<T>())
            {
                if (domain(set.Member))
                {
                    Assert.True(IsSharp(function(x)), $"{name}({x}) = {function(x)} is wide");
                }
            }
        },
        Count);

    [Fact]
    public void Points_are_enclosed_by_finite_sets() => Law.Holds(
        KnownMember.Moderate,
        KnownMember.Simpler,
        set => Assert.True(T.IsFinite(Enclose(set)) && T.IsFinite(Enclose(set) * Enclose(set))),
        Count);

    /// <inheritdoc/>
    protected override T Enclose(KnownMember set)
        => set.Lower == set.Upper ? Context.Enclose(set.Member) : T.Hull(Context.Enclose(set.Lower), Context.Enclose(set.Upper));

    /// <inheritdoc/>
    protected override bool Contains(T value, Rational exact) => T.Contains(value, exact);

    /// <inheritdoc/>
    protected override bool Agree(T a, T b) => T.Overlap(a, b);

    /// <summary>The set, enlarged by what rounding may cost inclusion; by nothing if the arithmetic rounds endpoints.</summary>
    protected virtual T Widened(T set) => set;

    /// <summary>Whether the relative width is within a small factor of one unit in the last place.</summary>
    protected abstract bool IsSharp(T value);

    /// <summary>The set of one number near <paramref name="member"/> that the arithmetic represents exactly.</summary>
    protected virtual KnownMember Exact(Rational member)
        => KnownMember.Point(double.IsFinite(member.ToDouble()) ? Rational.FromDouble(member.ToDouble()) : member);

    private void AssertSubset(T inner, T outer)
        => Assert.True(T.IsSubset(inner, Widened(outer)), $"{inner} is no subset of {outer}");

    private void ForSetPairs(Action<KnownMember, KnownMember> law, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
        => Law.Holds(
            FsCheck.Fluent.Gen.Zip(Operands, Operands, (a, b) => (A: a, B: b)),
            KnownMember.SimplerPair,
            p => law(p.A, p.B),
            Count,
            name);
}
