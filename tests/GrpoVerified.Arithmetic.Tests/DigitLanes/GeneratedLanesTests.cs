using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.DigitLanes;

/// <summary>The committed kernels are what the writer writes. To write them anew: GRPOVERIFIED_UPDATE_BASELINES=1 and run this test.</summary>
public sealed class GeneratedLanesTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(13)]
    public void Kernels_side_by_side_are_as_generated(int digits)
    {
        var path = Repository.PathOf($"src/GrpoVerified.Arithmetic/DigitLanes/{DigitLanesWriter.Names[digits]}Digits.g.cs");
        var expected = DigitLanesWriter.Write(digits);
        if (Environment.GetEnvironmentVariable("GRPOVERIFIED_UPDATE_BASELINES") is "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }
}
