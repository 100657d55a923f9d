namespace GrpoVerified.Arithmetic.Tests.Laws;

/// <summary>The functions of one variable that an arithmetic offers, with their domains.</summary>
internal static class FunctionTable
{
    public static IReadOnlyList<(string Name, Func<T, T> Function, Func<Rational, bool> Domain)> Of<T>()
        where T : IElementary<T>
        =>
        [
            ("neg", x => -x, _ => true),
            ("square", T.Square, _ => true),
            ("pow 3", x => T.Pow(x, 3), _ => true),
            ("pow 4", x => T.Pow(x, 4), _ => true),
            ("abs", T.Abs, _ => true),
            ("exp", T.Exp, _ => true),
            ("expm1", T.Expm1, _ => true),
            ("cosh", T.Cosh, _ => true),
            ("sinh", T.Sinh, _ => true),
            ("asinh", T.Asinh, _ => true),
            ("logistic", T.Logistic, _ => true),
            ("log", T.Log, x => x.Sign > 0),
            ("log1p", T.Log1p, x => x > -Rational.One),
            ("sqrt", T.Sqrt, x => x.Sign >= 0),
            ("rsqrt", T.ReciprocalSqrt, x => x.Sign > 0),
            ("atanh", T.Atanh, x => x.Abs() < Rational.One),
            ("reciprocal", x => T.One / x, x => !x.IsZero),
        ];
}
