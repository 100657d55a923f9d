namespace GrpoVerified.Arithmetic;

/// <summary>Fractions of a fixed number of limbs in the value, without allocation; the kernels of docs/formulas.md, section 10.</summary>
/// <remarks>One ulp is 2^(−64·Limbs). Truncated results are never above the exact ones unless said otherwise.</remarks>
/// <typeparam name="T">The width.</typeparam>
internal interface IFixedWidth<T>
    where T : struct, IFixedWidth<T>
{
    /// <summary>Number of limbs n.</summary>
    static abstract int Limbs { get; }

    /// <summary>Number of 8-bit table steps of the exponential.</summary>
    static abstract int TableSteps { get; }

    /// <summary>Bound of the error of <see cref="ExpMinusOne"/> in ulp.</summary>
    static abstract double SeriesError { get; }

    /// <summary>a + b modulo 1; returns the carry.</summary>
    static abstract ulong Add(in T a, in T b, out T r);

    /// <summary>a − b modulo 1; returns the borrow.</summary>
    static abstract ulong Subtract(in T a, in T b, out T r);

    /// <summary>The highest limb.</summary>
    static abstract ulong Top(in T a);

    /// <summary>1 − ulp.</summary>
    static abstract void SetAllOnes(out T r);

    /// <summary>a·2^k modulo 1, 0 ≤ k ≤ 63; returns what went above the point.</summary>
    static abstract ulong ShiftLeft(in T a, int k, out T r);

    /// <summary>⌊a·2^−k⌋, 0 ≤ k ≤ 63.</summary>
    static abstract void ShiftRight(in T a, int k, out T r);

    /// <summary>⌊a·2^−64⌋ in place.</summary>
    static abstract void DropLimb(ref T a);

    /// <summary>x·y, too small by less than 2n − 1 ulp.</summary>
    static abstract void Multiply(in T x, in T y, out T r);

    /// <summary>x², too small by less than 2n − 1 ulp.</summary>
    static abstract void Square(in T x, out T r);

    /// <summary>x·word, exact; returns the integer part.</summary>
    static abstract ulong MultiplyWord(in T x, ulong word, out T r);

    /// <summary>e^r − 1 for r &lt; 2^(−8·TableSteps), error at most <see cref="SeriesError"/> ulp.</summary>
    static abstract void ExpMinusOne(in T r, out T result);

    /// <summary>1/(2√x) for ¼ ≤ x &lt; 1; false if the seed was not close enough.</summary>
    static abstract bool TryHalfReciprocalSqrt(in T x, out T y);

    /// <summary>1/(4x) for ¼ ≤ x ≤ ½; false if the seed was not close enough.</summary>
    static abstract bool TryQuarterInverse(in T x, out T y);
}
