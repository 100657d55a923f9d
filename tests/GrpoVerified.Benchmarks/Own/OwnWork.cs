using GrpoVerified.Benchmarks.Compare;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>The library doing one workload in this process.</summary>
/// <param name="System">Which part of the library.</param>
/// <param name="Run">So many evaluations.</param>
/// <param name="Show">One value in decimal digits.</param>
internal sealed record OwnWork(string System, Action<long> Run, Func<string> Show) : IMeasured
{
    /// <inheritdoc/>
    public bool IsCertified => true;

    /// <inheritdoc/>
    public double Time(long count)
    {
        var start = CpuClock.Thread();
        Run(count);
        return CpuClock.Thread() - start;
    }

    /// <inheritdoc/>
    public string Value() => Show();
}

/// <summary>A line of the comparison: a workload at a precision, ours, and what is to be reached beside which system.</summary>
/// <param name="Workload">The name anchors know.</param>
/// <param name="Bits">The precision.</param>
/// <param name="Create">Sets the library's part up.</param>
/// <param name="Bars">By the system's name: the ratio to reach first, and the goal.</param>
internal sealed record OwnLine(string Workload, int Bits, Func<IMeasured> Create, params (string System, double First, double Goal)[] Bars);
