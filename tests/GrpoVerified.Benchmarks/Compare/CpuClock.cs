using System.Runtime.InteropServices;

namespace GrpoVerified.Benchmarks.Compare;

/// <summary>CPU time, so that other jobs on the machine do not count.</summary>
internal static partial class CpuClock
{
    private const int ThreadCpuTime = 3;
    private const int FinishedChildren = -1;

    /// <summary>CPU nanoseconds of the calling thread.</summary>
    public static double Thread()
    {
        Span<long> time = stackalloc long[2];
        return ClockGetTime(ThreadCpuTime, time) == 0 ? (1e9 * time[0]) + time[1] : throw new InvalidOperationException("clock_gettime failed: thread CPU time is read on Linux only.");
    }

    /// <summary>CPU nanoseconds, user and system, of all child processes that ended and were waited for.</summary>
    public static double Children()
    {
        Span<long> usage = stackalloc long[18];
        return GetResourceUsage(FinishedChildren, usage) == 0 ? (1e9 * (usage[0] + usage[2])) + (1e3 * (usage[1] + usage[3])) : throw new InvalidOperationException("getrusage failed.");
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, Span<long> time);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, Span<long> usage);
}
