using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Readers;

namespace GrpoVerified.Cli.Advantages;

/// <summary>
/// Fast digits of many advantages of one group: each is an integer N times one constant C of the group, so that a product
/// and a division by a power of ten give its digits, with an error bound that decides whether the rounding is certain.
/// </summary>
/// <remarks>
/// C is known to Guard digits more than are asked for, as m·10^x with |C − m·10^x| ≤ ½·10^x. Then |N·C − N·m·10^x| ≤ ½|N|·10^x:
/// if N·m is farther than |N|/2 from every midpoint between two results, its rounding is that of N·C.
/// </remarks>
internal sealed class ScaledRewards
{
    private const int Guard = 12;
    private const int WordGuard = 4;

    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, 19).Select(k => (long)BigInteger.Pow(10, k))];

    private readonly BigInteger _count;
    private readonly BigInteger _sum;
    private readonly int _scale;
    private readonly int _digits;
    private readonly BigInteger _tooLong;
    private readonly RoundedDecimal _constant;
    private readonly bool _inWords;
    private readonly long _wordCount;
    private readonly long _wordSum;
    private readonly UInt128 _wordConstant;
    private readonly int _wordExponent;
    private int _cut;
    private BigInteger _power = BigInteger.One;

    /// <summary>The scaling of a group.</summary>
    /// <param name="count">Factor of the reward in N.</param>
    /// <param name="sum">What is subtracted in N.</param>
    /// <param name="scale">Decimals of the integers that stand for rewards.</param>
    /// <param name="divisor">Rational part of 1/C; not zero.</param>
    /// <param name="variance">v in 1/C = divisor · (√v + e).</param>
    /// <param name="epsilon">e in 1/C.</param>
    /// <param name="digits">Significant digits of the results.</param>
    public ScaledRewards(BigInteger count, BigInteger sum, int scale, Rational divisor, Rational variance, Rational epsilon, int digits)
    {
        _count = count;
        _sum = sum;
        _scale = scale;
        _digits = digits;
        _tooLong = BigInteger.Pow(10, digits);
        _constant = RootQuotient.Round(divisor.Reciprocal(), variance, epsilon, digits + Guard);
        _inWords = digits <= WordProduct.MostDigits && BigInteger.Abs(sum) < ExactDecimal.SmallBound && count < ExactDecimal.SmallBound;
        if (_inWords)
        {
            _wordCount = (long)count;
            _wordSum = (long)sum;
            var constant = RootQuotient.Round(divisor.Reciprocal(), variance, epsilon, digits + WordGuard);
            _wordConstant = (UInt128)constant.Mantissa;
            _wordExponent = constant.Exponent;
        }
    }

    /// <summary>The digits, or null if the rounding is not certain.</summary>
    public string? Digits(ExactDecimal reward)
    {
        if (reward.Scale > _scale)
        {
            return null;
        }

        if (_inWords && InWords(reward) is { } quick)
        {
            return quick;
        }

        var n = (_count * reward.Mantissa * BigInteger.Pow(10, _scale - reward.Scale)) - _sum;
        if (n.IsZero)
        {
            return "0";
        }

        var product = n * _constant.Mantissa;
        var magnitude = BigInteger.Abs(product);

        // The product has more digits than are asked for by Guard at least; the estimate of its length is at most one too small.
        var cut = (int)(magnitude.GetBitLength() * 0.30102999566398) - _digits;
        while (true)
        {
            if (cut != _cut)
            {
                _cut = cut;
                _power = BigInteger.Pow(10, cut);
            }

            var quotient = BigInteger.DivRem(magnitude, _power, out var remainder);
            var toMidpoint = (2 * remainder) - _power;
            if (BigInteger.Abs(toMidpoint) <= BigInteger.Abs(n))
            {
                return null;
            }

            quotient += toMidpoint.Sign > 0 ? 1 : 0;
            if (quotient < _tooLong)
            {
                return new RoundedDecimal(product.Sign < 0 ? -quotient : quotient, _constant.Exponent + cut).ToString();
            }

            cut++;
        }
    }


    private string? InWords(ExactDecimal reward)
    {
        var shift = _scale - reward.Scale;
        if (!reward.IsSmall || shift > 18 || Int128.Abs(reward.Small) * PowersOfTen[shift] >= ExactDecimal.SmallBound)
        {
            return null;
        }

        var n = ((Int128)reward.Small * PowersOfTen[shift] * _wordCount) - _wordSum;
        if (Int128.Abs(n) >= ExactDecimal.SmallBound || n == 0)
        {
            return null;
        }

        return WordProduct.TryRound((ulong)Int128.Abs(n), _wordConstant, _digits, (UInt128)_tooLong, out var mantissa, out var cut)
            ? WordProduct.Format(n < 0, mantissa, _wordExponent + cut)
            : null;
    }
}
