using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Laws;

/// <summary>
/// What every arithmetic must satisfy, whatever it is: results of exact rational problems are contained, inverse functions
/// lead back, functional equations agree.
/// </summary>
/// <typeparam name="T">The arithmetic under test.</typeparam>
public abstract class ArithmeticLaws<T>
    where T : IElementary<T>
{
    /// <summary>Operands of the field operations.</summary>
    protected virtual Gen<KnownMember> Operands => KnownMember.Any;

    /// <summary>Arguments of the elementary functions.</summary>
    protected virtual Gen<KnownMember> Arguments => KnownMember.Any;

    /// <summary>Cases of each law.</summary>
    protected virtual int Count => 200;

    /// <summary>The set as a value of the arithmetic (the member, if the arithmetic has no sets).</summary>
    protected abstract T Enclose(KnownMember set);

    /// <summary>Whether the value contains the exact number (is near it, if the arithmetic has no sets).</summary>
    protected abstract bool Contains(T value, Rational exact);

    /// <summary>Whether the two values can be the same number.</summary>
    protected abstract bool Agree(T a, T b);

    [Fact]
    public void Sum_difference_and_product_contain_the_exact_ones() => ForPairs((a, b, x, y) =>
    {
        AssertContains(x + y, a + b);
        AssertContains(x - y, a - b);
        AssertContains(x * y, a * b);
    });

    [Fact]
    public void Quotient_contains_the_exact_one() => ForPairs((a, b, x, y) =>
    {
        if (!b.IsZero)
        {
            AssertContains(x / y, a / b);
        }
    });

    [Fact]
    public void Minimum_and_maximum_contain_the_exact_ones() => ForPairs((a, b, x, y) =>
    {
        AssertContains(T.Min(x, y), Rational.Min(a, b));
        AssertContains(T.Max(x, y), Rational.Max(a, b));
    });

    [Fact]
    public void Negation_square_and_absolute_value_contain_the_exact_ones() => ForOperands((a, x) =>
    {
        AssertContains(-x, -a);
        AssertContains(T.Square(x), Rational.Square(a));
        AssertContains(T.Abs(x), a.Abs());
    });

    [Fact]
    public void Integer_powers_contain_the_exact_ones() => ForOperands((a, x) =>
    {
        for (var n = 0; n <= 7; n++)
        {
            AssertContains(T.Pow(x, n), Rational.Pow(a, n));
        }
    });

    [Fact]
    public void Roots_of_rational_squares_contain_the_exact_ones() => ForOperands((a, _) =>
    {
        var square = Enclose(KnownMember.Point(Rational.Square(a)));
        AssertContains(T.Sqrt(square), a.Abs());
        if (!a.IsZero)
        {
            AssertContains(T.ReciprocalSqrt(square), a.Abs().Reciprocal());
        }
    });

    [Fact]
    public void Integers_are_contained() => ForOperands((a, _) =>
    {
        var n = (long)Rational.Max(Rational.Min(a, long.MaxValue), long.MinValue).Floor();
        AssertContains(T.FromInteger(n), n);
        AssertContains(T.Zero + T.FromInteger(n), n);
        AssertContains(T.One * T.FromInteger(n), n);
    });

    [Fact]
    public void Functions_followed_by_their_inverses_contain_the_argument() => ForArguments((a, x) =>
    {
        AssertContains(T.Log(T.Exp(x)), a);
        AssertContains(T.Log1p(T.Expm1(x)), a);
        AssertContains(T.Asinh(T.Sinh(x)), a);
        AssertContains(T.Sinh(T.Asinh(x)), a);
        AssertContains(T.Log(T.Logistic(x) / T.Logistic(-x)), a);
        AssertContains(T.Sqrt(T.Square(x)), a.Abs());
        if (a.Sign > 0)
        {
            AssertContains(T.Exp(T.Log(x)), a);
            AssertContains(T.Square(T.Sqrt(x)), a);
            AssertContains(T.Square(T.ReciprocalSqrt(x)), a.Reciprocal());
            AssertContains(T.Expm1(T.Log1p(x)), a);
        }
    });

    [Fact]
    public void Inverse_hyperbolic_tangent_leads_back() => ForArguments((a, _) =>
    {
        // t = a/(1 + |a|) is rational and in (−1, 1).
        var t = a / (Rational.One + a.Abs());
        var y = T.Atanh(Enclose(KnownMember.Point(t)));
        AssertContains(T.Sinh(y) / T.Cosh(y), t);
        AssertContains(T.Expm1(T.FromInteger(2) * y) / (T.Exp(T.FromInteger(2) * y) + T.One), t);
    });

    [Fact]
    public void Functional_equations_with_rational_right_hand_side_hold() => ForArguments((_, x) =>
    {
        AssertContains(T.Logistic(x) + T.Logistic(-x), 1);
        AssertContains(T.Exp(x) * T.Exp(-x), 1);
        AssertContains(T.Exp(x) - T.Expm1(x), 1);
        AssertContains((T.Cosh(x) + T.Sinh(x)) * T.Exp(-x), 1);
        AssertContains(T.Square(T.Cosh(x)) - T.Square(T.Sinh(x)), 1);
        AssertContains(T.Sinh(x) + T.Sinh(-x), 0);
        AssertContains(T.Asinh(x) + T.Asinh(-x), 0);
    });

    [Fact]
    public void Functions_agree_with_their_definitions() => ForArguments((a, x) =>
    {
        var (one, two) = (T.One, T.FromInteger(2));
        AssertAgree(T.Cosh(x), (T.Exp(x) + T.Exp(-x)) / two);
        AssertAgree(T.Sinh(x), (T.Exp(x) - T.Exp(-x)) / two);
        AssertAgree(T.Expm1(x), T.Exp(x) - one);
        AssertAgree(T.Logistic(x), one / (one + T.Exp(-x)));
        AssertAgree(T.Asinh(x), T.Log(x + T.Sqrt(T.Square(x) + one)));
        if (!a.IsZero)
        {
            // At 0 itself the absolute value has no derivative.
            AssertAgree(T.Abs(x), T.Sqrt(T.Square(x)));
        }

        if (a.Sign > 0)
        {
            AssertAgree(T.Log1p(x), T.Log(one + x));
            AssertAgree(T.ReciprocalSqrt(x), one / T.Sqrt(x));
            AssertAgree(T.Sqrt(x), T.Exp(T.Log(x) / two));
        }
    });

    [Fact]
    public void Exponential_turns_sums_into_products_and_logarithm_back() => ForArgumentPairs((a, b, x, y) =>
    {
        AssertAgree(T.Exp(x + y), T.Exp(x) * T.Exp(y));
        AssertAgree(T.Cosh(x + y), (T.Cosh(x) * T.Cosh(y)) + (T.Sinh(x) * T.Sinh(y)));
        if (a.Sign > 0 && b.Sign > 0)
        {
            AssertAgree(T.Log(x * y), T.Log(x) + T.Log(y));
            AssertAgree(T.Log(x / y), T.Log(x) - T.Log(y));
            AssertAgree(T.Sqrt(x * y), T.Sqrt(x) * T.Sqrt(y));
        }
    });

    /// <summary>Checks a law on operands of the field operations.</summary>
    protected void ForOperands(Action<Rational, T> law, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
        => Law.Holds(Operands, KnownMember.Simpler, s => law(s.Member, Enclose(s)), Count, name);

    /// <summary>Checks a law on arguments of the elementary functions.</summary>
    protected void ForArguments(Action<Rational, T> law, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
        => Law.Holds(Arguments, KnownMember.Simpler, s => law(s.Member, Enclose(s)), Count, name);

    /// <summary>Checks a law on pairs of operands.</summary>
    protected void ForPairs(Action<Rational, Rational, T, T> law, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
        => ForPairs(Operands, law, name);

    /// <summary>Checks a law on pairs of arguments.</summary>
    protected void ForArgumentPairs(Action<Rational, Rational, T, T> law, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
        => ForPairs(Arguments, law, name);

    /// <summary>Fails unless the value contains the number.</summary>
    protected void AssertContains(T value, Rational exact)
        => Assert.True(Contains(value, exact), $"{value} does not contain {exact}");

    /// <summary>Fails unless the values can be the same number.</summary>
    protected void AssertAgree(T a, T b) => Assert.True(Agree(a, b), $"{a} and {b} exclude each other");

    private void ForPairs(Gen<KnownMember> sets, Action<Rational, Rational, T, T> law, string name)
        => Law.Holds(sets.Two().Select(p => (A: p.Item1, B: p.Item2)), KnownMember.SimplerPair, p => law(p.A.Member, p.B.Member, Enclose(p.A), Enclose(p.B)), Count, name);
}
