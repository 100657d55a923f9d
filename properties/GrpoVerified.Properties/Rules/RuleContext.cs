using System.Globalization;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Rules;

/// <summary>An implementation, a profile and a format: asks and compares.</summary>
internal sealed class RuleContext(ITrainer trainer, TrainerProfile profile, NumberFormat format)
{
    private const int Digits = 17;
    private bool _unconstrained;

    public ITrainer Trainer { get; } = trainer;

    public TrainerProfile Profile { get; } = profile;

    public NumberFormat Format { get; } = format;

    public TrainerDescription Description { get; } = trainer.Description;

    /// <summary>What rounding in the format may give.</summary>
    public Evaluation<Rounded> Budget { get; } = Evaluations.In(format);

    /// <summary>Exact values.</summary>
    public static Evaluation<Ball> Exact { get; } = Evaluations.Exact();

    /// <summary>Cases in which something was not judged because the budget allowed any value.</summary>
    public int UnconstrainedCases { get; private set; }

    public bool Has(Capability capability) => Description.Capabilities.Contains(capability);

    /// <summary>Starts a case.</summary>
    public void Begin() => _unconstrained = false;

    public IReadOnlyList<double> Ask(AdvantageRequest request)
        => Checked(Answer<AdvantageAnswer>(request).Advantages, request.Rewards.Count, "advantages");

    public KlAnswer Ask(KlRequest request)
    {
        var answer = Answer<KlAnswer>(request);
        _ = Checked(answer.Values, request.LogProbs.Count, "values");
        if (Has(Capability.KlGradient))
        {
            _ = Checked(answer.Gradient, request.LogProbs.Count, "gradient");
        }

        return answer;
    }

    public IReadOnlyList<IReadOnlyList<double>> Ask(RatioRequest request) => Checked(Answer<RatioAnswer>(request).Ratios, request.Mask, "ratios");

    public LossAnswer Ask(LossRequest request)
    {
        var answer = Answer<LossAnswer>(request);
        if (Has(Capability.TokenLosses))
        {
            _ = Checked(answer.TokenLosses, request.Mask, "token losses");
        }

        if (Has(Capability.LossGradient))
        {
            _ = Checked(answer.Gradient, request.Mask, "gradient");
        }

        return answer;
    }

    public double Ask(AggregationRequest request) => Answer<AggregationAnswer>(request).Value;

    public TAnswer Answer<TAnswer>(TrainerRequest request)
        where TAnswer : TrainerAnswer
        => Trainer.Answer(request) as TAnswer
            ?? throw new TrainerFaultException(TrainerFault.WrongShape, $"the answer to {request.Operation} is no {typeof(TAnswer).Name}");

    /// <summary>Whether an answer is allowed. Loops ask this first: a message costs more than the comparison.</summary>
    public bool Accepts(Expected<Rounded> expected, double observed)
    {
        if (expected.Kind != ExpectedKind.Number)
        {
            return expected.Kind == ExpectedKind.Anything || double.IsNaN(observed);
        }

        if (expected.Value.IsUnconstrained)
        {
            UnconstrainedCases += _unconstrained ? 0 : 1;
            _unconstrained = true;
            return true;
        }

        return expected.Value.Allows(observed);
    }

    /// <summary>Null if the answer is allowed; otherwise what is wrong. The exact value is computed only then.</summary>
    public Finding? Compare(Expected<Rounded> expected, double observed, string place, string message, Func<Expected<Ball>> exact)
        => Accepts(expected, observed) ? null
            : expected.Kind == ExpectedKind.NaN ? new(message, place, "NaN") { Observed = observed }
            : Outside(expected.Value, observed, place, message, exact().Value);

    /// <summary>A finding with the exact value, the allowed range and the distance.</summary>
    public Finding Outside(Rounded allowed, double observed, string place, string message, Ball exact)
    {
        var middle = exact.IsFinite ? exact.Midpoint.ToDouble() : double.NaN;
        var distance = Math.Abs(observed - middle) / Format.Ulp(middle);
        return new(message, place, Text(exact))
        {
            Lower = allowed.Set.Lower,
            Upper = allowed.Set.Upper,
            Observed = observed,
            Ulps = double.IsFinite(distance) ? distance : null,
        };
    }

    /// <summary>17 certain digits, or the best enclosure.</summary>
    public static string Text(Ball exact)
        => exact.IsExact && exact.Midpoint.IsZero ? "0"
            : DecimalText.TryFormat(exact, Digits, out var text) ? text
            : exact.IsFinite ? "about " + exact.Midpoint.ToDouble().ToString("R", CultureInfo.InvariantCulture)
            : "a number that the exact computation does not bound";

    /// <summary>How far rounding may move a value: twice the width of the allowed set; NaN where any value is allowed.</summary>
    public static double Slack(Expected<Rounded> expected)
        => expected.Kind == ExpectedKind.Number && Interval.IsFinite(expected.Value.Set) ? 2 * expected.Value.Set.Width : double.NaN;

    /// <summary>Whether two answers that should agree do: equal, both NaN, or within the slack.</summary>
    public static bool Agree(double a, double b, double slack) => a.Equals(b) || a == b || double.IsNaN(slack) || Math.Abs(a - b) <= slack;

    private static IReadOnlyList<double> Checked(IReadOnlyList<double>? values, int count, string what)
        => values is null ? throw new TrainerFaultException(TrainerFault.WrongShape, $"the answer has no {what}")
            : values.Count == count ? values
            : throw new TrainerFaultException(TrainerFault.WrongShape, string.Create(CultureInfo.InvariantCulture, $"{values.Count} {what} for {count} inputs"));

    private static IReadOnlyList<IReadOnlyList<double>> Checked(IReadOnlyList<IReadOnlyList<double>>? rows, IReadOnlyList<IReadOnlyList<bool>> mask, string what)
    {
        if (rows is null)
        {
            throw new TrainerFaultException(TrainerFault.WrongShape, $"the answer has no {what}");
        }

        if (rows.Count != mask.Count)
        {
            throw new TrainerFaultException(TrainerFault.WrongShape, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows of {what} for {mask.Count} sequences"));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            _ = Checked(rows[i], mask[i].Count, string.Create(CultureInfo.InvariantCulture, $"{what} in row {i}"));
        }

        return rows;
    }
}
