#pragma warning disable GRPO1001 // Parameters outside the domain are what is tested.
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>Parameters outside the domain: one line that names the parameter and says what to do.</summary>
public sealed class ParameterTests
{
    private static readonly GrpoParameters Valid = GrpoParameters.Of(new(1, 10), 1, new(1, 1000));

    public static TheoryData<string, GrpoParameters, string> Invalid => new()
    {
        { "Reference", Valid with { Reference = 0 }, "claim B7" },
        { "Reference", Valid with { Reference = 1 }, "claim B7" },
        { "Reference", Valid with { Reference = new(-1, 10) }, "p_ref = -1/10" },
        { "Reference", Valid with { Reference = new(11, 10) }, "p_ref = 11/10" },
        { "Beta", Valid with { Beta = 0 }, "beta = 0" },
        { "Beta", Valid with { Beta = -1 }, "beta = -1" },
        { "Epsilon", Valid with { Epsilon = new(-1, 1000) }, "epsilon = -1/1000" },
        { "Alpha", Valid with { Regulariser = Regulariser.TwoKl, Alpha = 0 }, "mirror" },
        { "Alpha", Valid with { Regulariser = Regulariser.TwoKl, Alpha = new(3, 2) }, "alpha = 3/2" },
        { "Clip.Low", Valid with { Clip = new ClipRange(0, new(1, 5)) }, "clip-low = 0" },
        { "Clip.Low", Valid with { Clip = new ClipRange(2, new(1, 5)) }, "clip-low = 2" },
        { "Clip.High", Valid with { Clip = new ClipRange(new(1, 5), 0) }, "clip-high = 0" },
        { "GroupSize", Valid with { GroupSize = 1 }, "group-size = 1" },
        { "GroupSize", Valid with { GroupSize = GrpoParameters.MaximumGroupSize + 1 }, "group-size = 4097" },
        { "GroupSize", Valid with { GroupSize = 8, Clip = new ClipRange(new(1, 5), new(1, 5)) }, "clipping" },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Invalid_parameter_is_named_in_one_line(string parameter, GrpoParameters parameters, string part)
    {
        var fault = Assert.Throws<ParameterException>(parameters.Validated);
        Assert.Equal(parameter, fault.Parameter);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.DoesNotContain("Parameter '", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Every_entry_point_refuses_the_same_way(string parameter, GrpoParameters parameters, string part)
    {
        _ = part;
        Assert.Equal(parameter, Assert.Throws<ParameterException>(() => FixedPointSet.Find(parameters)).Parameter);
        Assert.Equal(parameter, Assert.Throws<ParameterException>(() => Regime.Classify(parameters)).Parameter);
        Assert.Equal(parameter, Assert.Throws<ParameterException>(() => Orbit.Enclose(parameters, 1, 64)).Parameter);
        Assert.Equal(parameter, Assert.Throws<ParameterException>(() => BoundParameters<Float64>.Bind(parameters, Float64Context.Instance)).Parameter);
    }

    [Fact]
    public void Valid_parameters_are_returned_unchanged()
        => Assert.Same(Valid, Valid.Validated());

    [Fact]
    public void Alpha_is_ignored_where_it_has_no_meaning()
    {
        Assert.Equal(Rational.One, (Valid with { Alpha = 7 }).Validated().AnchorWeight);
        Assert.Equal(Rational.Zero, (Valid with { Alpha = 7, Regulariser = Regulariser.Mirror }).Validated().AnchorWeight);
    }
}
