#pragma warning disable CA1515 // BenchmarkDotNet sees public classes only.
using BenchmarkDotNet.Attributes;
using GrpoVerified.Benchmarks.Own;

namespace GrpoVerified.Benchmarks.Suites;

/// <summary>One evaluation of h in balls against bits, and in double intervals.</summary>
[MemoryDiagnoser]
public class SuccessMapBenchmarks
{
    private Action<long> _balls = _ => { };
    private Action<long> _intervals = _ => { };
    private Action<long> _batch = _ => { };

    /// <summary>The precision.</summary>
    [Params(53, 128, 340, 1024, 3400)]
    public int Bits { get; set; }

    /// <summary>Points and parameters.</summary>
    [GlobalSetup]
    public void Prepare() => (_balls, _intervals, _batch) = (SuccessMapWork.Balls(Bits).Run, IntervalWork.OneAtATime().Run, IntervalWork.OneBound().Run);

    /// <summary>256 points in balls.</summary>
    [Benchmark(OperationsPerInvoke = SuccessMapWork.Points)]
    public void Balls() => _balls(SuccessMapWork.Points);

    /// <summary>256 points in scalar intervals.</summary>
    [Benchmark(OperationsPerInvoke = SuccessMapWork.Points)]
    public void Intervals() => _intervals(SuccessMapWork.Points);

    /// <summary>256 points in one batch.</summary>
    [Benchmark(OperationsPerInvoke = SuccessMapWork.Points)]
    public void Batch() => _batch(SuccessMapWork.Points);
}
