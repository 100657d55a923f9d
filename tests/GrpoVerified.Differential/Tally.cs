using System.Globalization;

namespace GrpoVerified.Differential;

/// <summary>What one operation did: evaluations, unbounded results, and accuracy lost on exact arguments.</summary>
internal sealed class Tally
{
    private long _count;
    private long _unbounded;
    private long _exact;
    private double _bitsLost;

    public void Add(Case c)
    {
        _count++;
        _unbounded += c.IsBounded ? 0 : 1;
        if (c is BallCase ball && ball.IsBounded && ball.Arguments.All(a => a.IsExact))
        {
            _exact++;
            _bitsLost += Math.Clamp(ball.Precision - ball.Result.RelativeAccuracyBits, 0, ball.Precision);
        }
    }

    public string Line(string name)
    {
        var lost = _exact == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {_bitsLost / _exact:F2} bits lost on exact arguments");
        return string.Create(CultureInfo.InvariantCulture, $"  {name,-32} {_count,8} contained, {_unbounded} of them unbounded{lost}");
    }
}
