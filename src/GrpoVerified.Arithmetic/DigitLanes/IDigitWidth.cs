using Word4 = System.Runtime.Intrinsics.Vector256<ulong>;

namespace GrpoVerified.Arithmetic;

/// <summary>
/// Four numbers side by side in n digits of 29 bits: products with the upper digits only, and error bounds of what is built from them;
/// section 11 of docs/formulas.md.
/// </summary>
/// <remarks>
/// A number is given by its lowest digit; digit i is the i-th vector from there. Digits are below 2^29, except that the uppermost holds the
/// integer part too (below 2^31 in a factor). One ulp is 2^(−29n); error bounds are in ulp. Results may be written over factors.
/// </remarks>
internal interface IDigitWidth
{
    /// <summary>Number of digits n.</summary>
    static abstract int Digits { get; }

    /// <summary>Degree of the series of the exponential function (LE4).</summary>
    static abstract int SeriesDegree { get; }

    /// <summary>Bound of the error of a reciprocal root (LE2).</summary>
    static abstract int RootError { get; }

    /// <summary>Bound of the error of a reciprocal (LE3).</summary>
    static abstract int InverseError { get; }

    /// <summary>Bound of the error of e^t (LE4).</summary>
    static abstract int ExpError { get; }

    /// <summary>r = xy, too small by less than n ulp.</summary>
    static abstract void Multiply(ref Word4 r, ref Word4 x, ref Word4 y);

    /// <summary>r = xy + z, too small by less than n ulp.</summary>
    static abstract void MultiplyAdd(ref Word4 r, ref Word4 x, ref Word4 y, ref Word4 z);

    /// <summary>r = x², too small by less than n ulp.</summary>
    static abstract void Square(ref Word4 r, ref Word4 x);

    /// <summary>r = x² for an x of two digits (n = 5) or five.</summary>
    static abstract void SquareOfRoot(ref Word4 r, ref Word4 x);

    /// <summary>r = 1 − ulp − xy, y such a square.</summary>
    static abstract void RootResidual(ref Word4 r, ref Word4 x, ref Word4 y);

    /// <summary>r = 1 − ulp − xy for a y of two digits (n = 5) or five.</summary>
    static abstract void ReciprocalResidual(ref Word4 r, ref Word4 x, ref Word4 y);

    /// <summary>r = r/2 + 3r²/8, or r/2 for n = 7, the uppermost digit (n = 5) or four of them zero; digits up to 2^30.</summary>
    static abstract void RootSeries(ref Word4 r);

    /// <summary>r = r + r², or r for n = 7, likewise.</summary>
    static abstract void ReciprocalSeries(ref Word4 r);

    /// <summary>r = r + ry, r of two digits (n = 5) or five, y one of these series.</summary>
    static abstract void Correct(ref Word4 r, ref Word4 y);

    /// <summary>r = e^x − 1 for x &lt; 2^−24; c holds the digits of 1/1!, 1/2!, …</summary>
    static abstract void Series(ref Word4 r, ref Word4 x, ref ulong c);
}
