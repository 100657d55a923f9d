using System.Numerics;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Readers;

/// <summary>Number, sum and sum of squares of a group's rewards, exact, as integers over a common power of ten.</summary>
internal sealed class RewardMoments
{
    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, 19).Select(k => (long)BigInteger.Pow(10, k))];

    // Recent additions gather in machine words; below this bound one more square cannot overflow them.
    private static readonly Int128 WordBound = Int128.MaxValue / 2;

    private Int128 _sum;
    private Int128 _squares;
    private BigInteger _bigSum;
    private BigInteger _bigSquares;
    private int _scale;

    /// <summary>Number of rewards.</summary>
    public long Count { get; private set; }

    /// <summary>Identifies the mean and the variance; equal for equal collections of rewards.</summary>
    public (long Count, BigInteger Sum, BigInteger Squares, int Scale) Key => (Count, _bigSum + _sum, _bigSquares + _squares, _scale);

    /// <summary>Starts again with no rewards.</summary>
    public void Clear()
    {
        Count = 0;
        _sum = 0;
        _squares = 0;
        _bigSum = 0;
        _bigSquares = 0;
        _scale = 0;
    }

    /// <summary>Adds a reward.</summary>
    public void Add(ExactDecimal reward)
    {
        Count++;
        if (reward.Scale > _scale)
        {
            Rescale(reward.Scale);
        }

        var shift = _scale - reward.Scale;
        if (reward.IsSmall && shift <= 18 && Int128.Abs(reward.Small) * PowersOfTen[shift] < ExactDecimal.SmallBound)
        {
            Int128 scaled = reward.Small * PowersOfTen[shift];
            _sum += scaled;
            _squares += scaled * scaled;
            if (_squares > WordBound)
            {
                Fold();
            }

            return;
        }

        var big = reward.Mantissa * BigInteger.Pow(10, shift);
        _bigSum += big;
        _bigSquares += big * big;
    }

    /// <summary>The mean.</summary>
    public Rational Mean() => new(_bigSum + _sum, Count * BigInteger.Pow(10, _scale));

    /// <summary>The sum of squared deviations from the mean.</summary>
    public Rational SquaredDeviations()
    {
        var (count, sum, squares, scale) = Key;
        return new((count * squares) - (sum * sum), count * BigInteger.Pow(100, scale));
    }

    private void Rescale(int scale)
    {
        Fold();
        _bigSum *= BigInteger.Pow(10, scale - _scale);
        _bigSquares *= BigInteger.Pow(100, scale - _scale);
        _scale = scale;
    }

    private void Fold()
    {
        _bigSum += _sum;
        _bigSquares += _squares;
        _sum = 0;
        _squares = 0;
    }
}
