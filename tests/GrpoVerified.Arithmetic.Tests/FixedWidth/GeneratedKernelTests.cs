using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.FixedWidth;

/// <summary>The committed kernels are what the writer writes. To write them anew: GRPOVERIFIED_UPDATE_BASELINES=1 and run this test.</summary>
public sealed class GeneratedKernelTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Fixed_width_kernels_are_as_generated(int limbs)
    {
        var path = Repository.PathOf($"src/GrpoVerified.Arithmetic/FixedWidth/Fixed{limbs}.g.cs");
        var expected = FixedWidthWriter.Write(limbs);
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_UPDATE_BASELINES") is "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }
}
