using System.Reflection;

namespace GrpoVerified.Arithmetic.Tests.Laws;

/// <summary>The law suite can fail: each deliberate mistake is noticed, by the laws named here.</summary>
public sealed class MutantTests
{
    [Fact]
    public void The_wrapper_without_a_mistake_passes_every_law() => Assert.Empty(Failures<NoMistake>());

    [Fact]
    public void A_product_rounded_to_nearest_fails() => AssertKilled<NearestProduct>("Sum_difference_and_product_contain_the_exact_ones");

    [Fact]
    public void A_sum_rounded_inward_fails() => AssertKilled<InwardSum>("Sum_difference_and_product_contain_the_exact_ones", "Operations_on_subsets_lie_in_the_operation_on_the_sets");

    [Fact]
    public void A_bounded_quotient_through_zero_fails() => AssertKilled<QuotientThroughZero>("Quotient_contains_the_exact_one", "Operations_on_subsets_lie_in_the_operation_on_the_sets");

    [Fact]
    public void A_square_that_is_negative_fails() => AssertKilled<MirroredSquare>("Negation_square_and_absolute_value_contain_the_exact_ones");

    [Fact]
    public void The_platforms_exponential_function_fails() => AssertKilled<PlatformExp>("Functional_equations_with_rational_right_hand_side_hold");

    [Fact]
    public void An_increasing_cosh_fails() => AssertKilled<IncreasingCosh>("Functions_of_a_subset_lie_in_the_function_of_the_set");

    [Fact]
    public void A_collapsed_maximum_fails() => AssertKilled<CollapsedMax>("Minimum_and_maximum_contain_the_exact_ones");

    [Fact]
    public void A_comparison_that_always_decides_fails() => AssertKilled<DecisiveLess>("Certain_comparisons_are_true_of_the_members");

    [Fact]
    public void A_log1p_through_the_rounded_sum_fails() => AssertKilled<RoundedLog1p>("Functions_followed_by_their_inverses_contain_the_argument");

    private static void AssertKilled<TMistake>(params string[] laws)
        where TMistake : IMistake
    {
        var failures = Failures<TMistake>();
        Assert.All(laws, law => Assert.Contains(law, failures));
    }

    private static List<string> Failures<TMistake>()
        where TMistake : IMistake
    {
        var suite = new BrokenLaws<TMistake>();
        var failures = new List<string>();
        foreach (var law in suite.GetType().GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null))
        {
            try
            {
                law.Invoke(suite, null);
            }
            catch (TargetInvocationException)
            {
                failures.Add(law.Name);
            }
        }

        return failures;
    }

    private sealed class BrokenLaws<TMistake> : EnclosureLaws<BrokenInterval<TMistake>>
        where TMistake : IMistake
    {
        protected override int Count => 300;

        protected override IArithmeticContext<BrokenInterval<TMistake>> Context { get; } = new BrokenContext();

        protected override bool IsSharp(BrokenInterval<TMistake> value) => value.Set.Width <= 8 * Math.ScaleB(value.Set.Magnitude, -53);

        private sealed class BrokenContext : IArithmeticContext<BrokenInterval<TMistake>>
        {
            public BrokenInterval<TMistake> Enclose(Rational value) => new(Interval.FromRational(value));
        }
    }

    private sealed class NoMistake : IMistake
    {
        public static Mistake Kind => Mistake.None;
    }

    private sealed class NearestProduct : IMistake
    {
        public static Mistake Kind => Mistake.NearestProduct;
    }

    private sealed class InwardSum : IMistake
    {
        public static Mistake Kind => Mistake.InwardSum;
    }

    private sealed class QuotientThroughZero : IMistake
    {
        public static Mistake Kind => Mistake.QuotientThroughZero;
    }

    private sealed class MirroredSquare : IMistake
    {
        public static Mistake Kind => Mistake.MirroredSquare;
    }

    private sealed class PlatformExp : IMistake
    {
        public static Mistake Kind => Mistake.PlatformExp;
    }

    private sealed class IncreasingCosh : IMistake
    {
        public static Mistake Kind => Mistake.IncreasingCosh;
    }

    private sealed class CollapsedMax : IMistake
    {
        public static Mistake Kind => Mistake.CollapsedMax;
    }

    private sealed class DecisiveLess : IMistake
    {
        public static Mistake Kind => Mistake.DecisiveLess;
    }

    private sealed class RoundedLog1p : IMistake
    {
        public static Mistake Kind => Mistake.RoundedLog1p;
    }
}
