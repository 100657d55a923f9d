namespace GrpoVerified.Benchmarks.Compare;

/// <summary>One system doing one workload at one precision.</summary>
internal interface IMeasured
{
    /// <summary>What does the work.</summary>
    string System { get; }

    /// <summary>Whether the result comes with a proved error bound.</summary>
    bool IsCertified { get; }

    /// <summary>CPU time of so many evaluations, in nanoseconds.</summary>
    double Time(long count);

    /// <summary>One value of the workload in decimal digits; the same exact number in every system, but for rounding.</summary>
    string Value();
}
