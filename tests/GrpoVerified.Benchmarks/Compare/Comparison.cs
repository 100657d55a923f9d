using GrpoVerified.Arithmetic;
using GrpoVerified.Benchmarks.Own;

namespace GrpoVerified.Benchmarks.Compare;

/// <summary>One ratio of the table: ours over theirs, both measured in turn.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Bits">The precision.</param>
/// <param name="Ours">The library.</param>
/// <param name="Theirs">The system beside it.</param>
/// <param name="First">The ratio to reach first, or null.</param>
/// <param name="Goal">The ratio aimed at, or null.</param>
internal sealed record Ratio(string Workload, int Bits, Timing Ours, Timing Theirs, double? First, double? Goal)
{
    public double Value => Ours.Nanoseconds / Theirs.Nanoseconds;
}

/// <summary>Runs lines of the catalogue beside the anchors.</summary>
internal sealed class Comparison(AnchorSet anchors, Effort effort)
{
    private readonly List<string> _disagreements = [];

    /// <summary>Values of two systems that are further apart than rounding explains.</summary>
    public IReadOnlyList<string> Disagreements => _disagreements;

    /// <summary>Measures the lines of one workload at one precision in turn, with every anchor that knows the workload.</summary>
    public IEnumerable<Ratio> Measure(IReadOnlyList<OwnLine> lines)
    {
        var (workload, bits) = (lines[0].Workload, lines[0].Bits);
        var ours = lines.Select(l => l.Create()).ToList();
        var theirs = anchors.On(workload, bits);
        Agree(workload, bits, [.. ours, .. theirs]);
        var timings = Measurement.Of([.. ours, .. theirs], effort);
        return
            from i in Enumerable.Range(0, ours.Count)
            from their in timings.Skip(ours.Count)
            let bar = lines[i].Bars.FirstOrDefault(b => string.Equals(b.System, their.System, StringComparison.Ordinal) || their.System.StartsWith(b.System + " ", StringComparison.Ordinal))
            select new Ratio(workload, bits, timings[i], their, bar.System is null ? null : bar.First, bar.System is null ? null : bar.Goal);
    }

    // Every system computes the same number; the last bits may be lost to rounding or to a radius.
    private void Agree(string workload, int bits, List<IMeasured> systems)
    {
        var expected = Rational.Parse(systems[0].Value());
        foreach (var system in systems.Skip(1))
        {
            var value = Rational.Parse(system.Value());
            if ((value - expected).Abs() > Rational.Pow(2, 12 - bits) * expected.Abs())
            {
                _disagreements.Add($"{workload} at {bits} bits: {systems[0].System} has {systems[0].Value()}, {system.System} has {system.Value()}");
            }
        }
    }
}
