using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GrpoVerified.Benchmarks.Reporting;

/// <summary>The kind of machine a measurement belongs to.</summary>
internal static class Machine
{
    public static string Kind()
    {
        var model = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        var family = File.Exists("/proc/cpuinfo") ? string.Join('/', new[] { "cpu family", "model\t" }.Select(k => File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith(k, StringComparison.Ordinal))?.Split(':')[1].Trim())) : string.Empty;
        var vectors = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()} (family/model {family}), {Environment.ProcessorCount} processors, vectors of {vectors} bits, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}";
    }
}
