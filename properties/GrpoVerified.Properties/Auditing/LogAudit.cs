using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Properties.Rules;

namespace GrpoVerified.Properties.Auditing;

/// <summary>Checks logged advantages against a profile, group by group.</summary>
public sealed class LogAudit
{
    private readonly TrainerProfile _profile;
    private readonly DType _dtype;
    private readonly NumberFormat _format;
    private readonly Evaluation<Rounded> _budget;
    private readonly Evaluation<Ball> _exact = Evaluations.Exact();

    /// <summary>An audit under a profile, for a run that computed in a format.</summary>
    /// <exception cref="ArgumentException">The profile takes its statistics over the batch, which a log of groups does not show.</exception>
    public LogAudit(TrainerProfile profile, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (ReasonNotAuditable(profile) is { } reason)
        {
            throw new ArgumentException(reason, nameof(profile));
        }

        _profile = profile;
        _dtype = dtype;
        _format = NumberFormat.Of(dtype);
        _budget = Evaluations.In(_format);
    }

    /// <summary>Name of the profile.</summary>
    public string Profile => _profile.Name;

    /// <summary>Why a log of groups cannot be checked against a profile; null if it can.</summary>
    public static string? ReasonNotAuditable(TrainerProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Advantage is null ? $"the profile {profile.Name} says nothing of advantages"
            : profile.Advantage.BaselineScope == StatisticScope.Batch || profile.Advantage.DeviationScope == StatisticScope.Batch
                ? $"the profile {profile.Name} takes a mean or a deviation over the whole batch, which a log of groups does not show"
                : null;
    }

    /// <summary>The nearest number of the run's format: what its reward tensor holds.</summary>
    public double Reward(double logged) => _format.Round(logged);

    /// <summary>Every sample's distance from its exact advantage in ulps, and the deviations beyond what rounding allows.</summary>
    /// <param name="group">Rewards are numbers of the format (<see cref="Reward"/>).</param>
    /// <param name="worst">The largest distance in ulps among samples that are allowed.</param>
    public IReadOnlyList<LoggedDeviation> Judge(LoggedGroup group, out double worst)
    {
        ArgumentNullException.ThrowIfNull(group);
        worst = 0;
        var request = new AdvantageRequest(_dtype, group.Rewards, new int[group.Rewards.Count]);
        if (AdvantageExpectation.Of(_profile.Advantage!, request, _budget) is not { } expected)
        {
            // The trainer refuses such a group: it cannot have logged it.
            return [new(0, "no advantage: the profile refuses a group of this size", double.NaN, double.NaN, group.Advantages[0], double.PositiveInfinity)];
        }

        var deviations = new List<LoggedDeviation>();
        Expected<Ball>[]? exact = null;
        for (var i = 0; i < expected.Length; i++)
        {
            var (observed, half, e) = (group.Advantages[i], group.HalfUnits[i], expected[i]);
            if (e.Kind == ExpectedKind.Anything || (e.Kind == ExpectedKind.NaN && double.IsNaN(observed)))
            {
                continue;
            }

            if (e.Kind == ExpectedKind.NaN)
            {
                deviations.Add(new(i, "NaN", double.NaN, double.NaN, observed, double.PositiveInfinity));
                continue;
            }

            exact ??= AdvantageExpectation.Of(_profile.Advantage!, request, _exact)!;
            var middle = exact[i].Value.IsFinite ? exact[i].Value.Midpoint.ToDouble() : double.NaN;
            var distance = Math.Abs(observed - middle) / _format.Ulp(middle);
            var ulps = double.IsFinite(distance) ? distance : double.PositiveInfinity;
            if (Allows(e.Value, observed, half))
            {
                worst = double.IsFinite(distance) ? Math.Max(worst, distance) : worst;
                continue;
            }

            deviations.Add(new(i, RuleContext.Text(exact[i].Value), e.Value.Set.Lower - half, e.Value.Set.Upper + half, observed, ulps));
        }

        return deviations;
    }

    private static bool Allows(Rounded allowed, double observed, double half)
        => allowed.IsUnconstrained || allowed.Allows(observed) || (observed >= allowed.Set.Lower - half && observed <= allowed.Set.Upper + half);
}
