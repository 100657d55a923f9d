namespace GrpoVerified.Checking.Proofs;

/// <summary>Changes of variable x = phi(t): the expression of x, and a range of t whose image contains the range of x.</summary>
internal static class Changes
{
    private static readonly Rational Half = new(1, 2);

    public static (int X, RealInterval T) Of(string by, Terms terms, int t, RealInterval x)
    {
        var one = terms.Num(Rational.One);
        Refusal.If(by != "complement" && x.Lower.At is not { Sign: >= 0 }, "the interval does not lie in [0, inf)");

        return by switch
        {
            "reciprocal" => (terms.Of(Operation.Div, one, t), RealInterval.Of(Reciprocal(x.Upper), Reciprocal(x.Lower))),
            "odds" => (terms.Of(Operation.Div, t, terms.Of(Operation.Add, one, t)), RealInterval.Of(Odds(x.Lower), Odds(x.Upper))),
            "log-odds" => (terms.Of(Operation.Div, one, terms.Of(Operation.Add, one, terms.Of(Operation.Exp, terms.Of(Operation.Neg, t)))), RealInterval.Of(Landmark(x.Lower, true, Half), Landmark(x.Upper, false, Half))),
            "exp" => (terms.Of(Operation.Exp, t), RealInterval.Of(Landmark(x.Lower, true, Rational.One), Landmark(x.Upper, false, Rational.One))),
            "square" => (terms.Of(Operation.Square, t), RealInterval.Of(Root(x.Lower), Root(x.Upper))),
            "complement" => (terms.Of(Operation.Sub, one, t), RealInterval.Of(Complement(x.Upper), Complement(x.Lower))),
            _ => throw new Refusal($"no change of variable '{Rational.Short(by)}'"),
        };

        // Ends of log-odds (landmark 1/2, infinite end 1) and exp (landmark 1, infinite end inf): 0 goes to -inf, the landmark to 0.
        End Landmark(End end, bool lower, Rational landmark)
            => end.At == landmark ? new End(Rational.Zero, end.Closed)
            : !end.Closed && (lower ? end.At == Rational.Zero : by == "exp" ? end.At is null : end.At == Rational.One) ? default
            : throw new Refusal($"an end of the interval has no exact image under '{by}'");
    }

    /// <summary>x = scale · t + offset with scale > 0.</summary>
    public static (int X, RealInterval T) Affine(Terms terms, int t, RealInterval x, Rational scale, Rational offset)
    {
        Refusal.If(scale.Sign <= 0, "the scale is not positive");

        var image = terms.Of(Operation.Add, terms.Of(Operation.Mul, terms.Num(scale), t), terms.Num(offset));
        return (image, RealInterval.Of(Back(x.Lower), Back(x.Upper)));

        End Back(End end) => end.At is { } q ? new End((q - offset) / scale, end.Closed) : end;
    }

    // 0 (open) and inf correspond; nothing below 0.
    private static End Reciprocal(End end)
        => end.At is not { } q ? new End(Rational.Zero, false)
        : q.Sign > 0 ? new End(Rational.One / q, end.Closed)
        : q.Sign == 0 && !end.Closed ? default
        : throw new Refusal("the interval does not lie in (0, inf)");

    private static End Odds(End end)
        => end.At is { Sign: >= 0 } q && q.CompareTo(Rational.One) < 0 ? new End(q / (Rational.One - q), end.Closed)
        : end.At == Rational.One && !end.Closed ? default
        : throw new Refusal("the interval does not lie in [0, 1)");

    private static End Root(End end)
    {
        if (end.At is not { } q)
        {
            return end;
        }

        var root = new Rational(Root(q.Numerator), Root(q.Denominator));
        return root * root == q ? new End(root, end.Closed) : throw new Refusal("an end of the interval is not the square of a rational");
    }

    private static BigInteger Root(BigInteger n) => n.IsZero ? n : Dyadic.WholeRoot(n);

    private static End Complement(End end) => end.At is { } q ? new End(Rational.One - q, end.Closed) : end;
}
