using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Rounding;

/// <summary>A floating-point format as the rounding budget sees it.</summary>
/// <remarks>The budgets are derived in docs/rounding-budgets.md.</remarks>
public sealed class NumberFormat
{
    private readonly int _bits;
    private readonly int _minExponent;

    private NumberFormat(DType dtype, string name, int bits, int maxExponent, double tiny)
    {
        DType = dtype;
        Name = name;
        _bits = bits;
        _minExponent = 1 - maxExponent;
        MaxFinite = Math.ScaleB(2 - Math.ScaleB(1, 1 - bits), maxExponent);
        Tiny = tiny;
        UnitRoundoff = Math.ScaleB(1, -bits);
    }

    /// <summary>The format asked for in requests.</summary>
    public DType DType { get; }

    /// <summary>Its name in requests: float64, float32, bfloat16, float16.</summary>
    public string Name { get; }

    /// <summary>Largest relative error u of rounding to nearest, 2^−p.</summary>
    public double UnitRoundoff { get; }

    /// <summary>Largest finite number.</summary>
    public double MaxFinite { get; }

    /// <summary>Largest absolute error near 0: the smallest normal number where subnormal results may be flushed to 0, half an ulp for half precision, which is computed in single.</summary>
    public double Tiny { get; }

    /// <summary>Significant bits p.</summary>
    public int Bits => _bits;

    /// <summary>All formats.</summary>
    public static IReadOnlyList<NumberFormat> All { get; } =
    [
        new(DType.Float64, "float64", 53, 1023, Math.ScaleB(1, -1022)),
        new(DType.Float32, "float32", 24, 127, Math.ScaleB(1, -126)),
        new(DType.BFloat16, "bfloat16", 8, 127, Math.ScaleB(1, -126)),
        new(DType.Float16, "float16", 11, 15, Math.ScaleB(1, -25)),
    ];

    /// <summary>The format of a type.</summary>
    public static NumberFormat Of(DType dtype) => All[(int)dtype];

    /// <summary>The format of a name, or null.</summary>
    public static NumberFormat? Find(string name) => All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal));

    /// <summary>The number of the format nearest to x, ties to even; overflow gives an infinity.</summary>
    public double Round(double x)
    {
        if (_bits == 53 || x == 0 || !double.IsFinite(x))
        {
            return x;
        }

        var quantum = Math.Max(Math.ILogB(x), _minExponent) - (_bits - 1);
        var rounded = Math.ScaleB(Math.Round(Math.ScaleB(x, -quantum), MidpointRounding.ToEven), quantum);
        return Math.Abs(rounded) > MaxFinite ? Math.CopySign(double.PositiveInfinity, x) : rounded;
    }

    /// <summary>Distance of neighbouring numbers of the format at x.</summary>
    public double Ulp(double x)
        => !double.IsFinite(x) ? double.NaN
            : Math.ScaleB(1, Math.Max(x == 0 ? _minExponent : Math.ILogB(x), _minExponent) - (_bits - 1));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
