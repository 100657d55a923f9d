using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using GrpoVerified.Arithmetic.Vectors;

namespace GrpoVerified.Arithmetic.Tests.Vectors;

/// <summary>
/// The runtime's switches that hide instructions do what they say. Runs with them (see .ci/run) test the fallbacks; a misspelled
/// switch would be ignored and the run would prove nothing.
/// </summary>
public sealed class InstructionSwitchTests
{
    [Fact]
    public void Hidden_instructions_are_reported_as_unsupported()
    {
        if (IsOff("DOTNET_EnableAVX512") || IsOff("DOTNET_EnableAVX2") || IsOff("DOTNET_EnableHWIntrinsic"))
        {
            Assert.False(Avx512F.IsSupported);
            Assert.False(Vector512.IsHardwareAccelerated);
            Assert.False(DoubleLanes8.IsSupported);
        }

        if (IsOff("DOTNET_EnableAVX2") || IsOff("DOTNET_EnableHWIntrinsic"))
        {
            Assert.False(Avx2.IsSupported);
            Assert.False(Fma.IsSupported);
            Assert.False(DoubleLanes4.IsSupported);
            Assert.False(DoubleLanes1.IsFused);
        }

        if (IsOff("DOTNET_EnableHWIntrinsic"))
        {
            Assert.False(Sse2.IsSupported);
            Assert.False(Vector128.IsHardwareAccelerated);
            Assert.False(DoubleLanes2.IsSupported);
        }
    }

    [Fact]
    public void Vectors_are_used_where_the_processor_has_them()
    {
        Assert.Equal(Vector512.IsHardwareAccelerated, IntervalLanes<DoubleLanes8>.IsSupported);
        Assert.Equal(Vector256.IsHardwareAccelerated, IntervalLanes<DoubleLanes4>.IsSupported);
        Assert.Equal(Vector128.IsHardwareAccelerated, IntervalLanes<DoubleLanes2>.IsSupported);
        Assert.Equal(8, IntervalLanes<DoubleLanes8>.Count);
    }

    private static bool IsOff(string variable) => Environment.GetEnvironmentVariable(variable) is "0";
}
