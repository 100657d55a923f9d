using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Generators;

/// <summary>Building blocks of the generators.</summary>
internal static class Numbers
{
    /// <summary>Evenly spread doubles of an interval.</summary>
    public static Gen<double> Between(double lower, double upper)
        => Gen.Choose(0, int.MaxValue).Select(n => lower + ((upper - lower) * n / int.MaxValue));

    /// <summary>One of the given numbers.</summary>
    public static Gen<double> OneOf(params double[] values) => Gen.Elements(values);

    /// <summary>Magnitudes 2^low to 2^high of either sign, spread over the exponents.</summary>
    public static Gen<double> Magnitude(int low, int high)
        => from e in Gen.Choose(low, high)
           from m in Between(1, 2)
           from s in Gen.Elements(1.0, -1.0)
           select s * Math.ScaleB(m, e);

    /// <summary>A list of exactly n values.</summary>
    public static Gen<IReadOnlyList<T>> List<T>(this Gen<T> gen, int n) => gen.ArrayOf(n).Select(a => (IReadOnlyList<T>)a);

    /// <summary>Rounded to the format.</summary>
    public static Gen<double> In(this Gen<double> gen, NumberFormat format) => gen.Select(x => format.Round(x));
}
