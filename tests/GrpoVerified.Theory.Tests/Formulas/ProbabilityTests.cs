using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Formulas;

/// <summary>The probability pair as text.</summary>
public sealed class ProbabilityTests
{
    // The generated text of a record prints every property, and Swapped is a pair again: it would never end.
    [Fact]
    public void Text_of_a_pair_is_its_two_components()
        => Assert.Equal("(0.25, 0.75)", Probability<Float64>.FromSuccess(new(0.25)).ToString());
}
