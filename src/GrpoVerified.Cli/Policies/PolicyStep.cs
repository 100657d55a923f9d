using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;

namespace GrpoVerified.Cli.Policies;

/// <summary>One step from the policies of a file to the explicit optimal policy, with digits.</summary>
internal sealed class PolicyStep
{
    private readonly IReadOnlyList<PolicyOutcome> _outcomes;
    private readonly GrpoParameters _parameters;
    private readonly OutcomeSpace _old;
    private readonly Dictionary<int, ExplicitPolicy<Ball>> _solved = [];

    /// <summary>The step; parameters are checked here, except p_ref, which may be 0 or 1.</summary>
    public PolicyStep(IReadOnlyList<PolicyOutcome> outcomes, GrpoParameters parameters)
    {
        _outcomes = outcomes;
        bool[] rewards = [.. outcomes.Select(o => o.IsSuccess)];
        Reference = new OutcomeSpace([.. outcomes.Select(o => o.Reference)], rewards);
        _old = outcomes[0].Old is null ? Reference : new OutcomeSpace([.. outcomes.Select(o => o.Old!.Value)], rewards);
        _parameters = (parameters with { Reference = new Rational(1, 2) }).Validated() with { Reference = Reference.Success };
        if (parameters.GroupSize is not null || parameters.Normalisation == Normalisation.MeanOnly || parameters.Placement == EpsilonPlacement.Outside)
        {
            throw new UsageException(
                "policy takes the paper's whitening only", "options --group-size, --normalisation, --epsilon-placement", "leave them at their defaults");
        }

        CheckSupport();
    }

    /// <summary>The reference policy.</summary>
    public OutcomeSpace Reference { get; }

    /// <summary>Whether every number of the last report was certified.</summary>
    public bool IsDecided { get; private set; } = true;

    private bool IsClipped => _parameters.Clip is not null;

    /// <summary>The facts.</summary>
    public IReadOnlyList<Section> Report(int digits)
    {
        IsDecided = true;
        var rows = Enumerable.Range(0, _outcomes.Count).Select(i => Row(i, digits)).ToList();
        List<Section> sections =
        [
            new Field("p", "probability of success", Text(bits => Solve(bits).Success.Success, digits)),
            new Field("q", "probability of failure", Text(bits => Solve(bits).Success.Failure, digits)),
            new Field("pOld", "under the old policy", Value.Text(_old.Success.ToString())),
            new Field("weightPlus", "advantage of a success", Text(bits => Weights(bits).Plus, digits)),
            new Field("weightMinus", "minus the advantage of a failure", Text(bits => Weights(bits).Minus, digits)),
            new Field("kl", "KL(new | reference)", Text(Divergence, digits)),
        ];
        if (!IsClipped)
        {
            sections.Add(new Field("partition", "partition function Z", Text(bits => Solve(bits).Partition, digits)));
        }

        sections.Add(new Rows("outcomes", "outcomes", ["outcome", "reward", "reference", "probability"], rows));
        sections.Add(new Notes([Remark()]));
        return sections;
    }

    private IReadOnlyList<Value> Row(int i, int digits)
        =>
        [
            Value.Text(_outcomes[i].Name),
            Value.Integer(_outcomes[i].IsSuccess ? 1 : 0),
            Value.Text(_outcomes[i].Reference.ToString()),
            HasMass(i) ? Text(bits => Solve(bits).Probabilities[i], digits) : Value.Text("0"),
        ];

    private bool HasMass(int i) => _parameters.Regulariser == Regulariser.Mirror ? !_old.Probabilities[i].IsZero : !Reference.Probabilities[i].IsZero;

    private Value Text(Func<int, Ball> enclose, int digits)
    {
        var value = Digits.Of(enclose, digits);
        IsDecided &= value is not Value.NoValue;
        return value;
    }

    // Weights of the old policy; at epsilon 0 without spread the advantage is 0/0, taken as 0.
    private (Ball Plus, Ball Minus) Weights(int bits)
    {
        var context = new BallContext(bits);
        var eps = context.Enclose(_parameters.Epsilon);
        if (_parameters.Epsilon.IsZero && (_old.Success.IsZero || _old.Success == Rational.One))
        {
            return (Ball.Zero, Ball.Zero);
        }

        var p = Probability<Ball>.FromRational(_old.Success, context);
        return (Whitening.WeightPlus(p, eps), Whitening.WeightMinus(p, eps));
    }

    private ExplicitPolicy<Ball> Solve(int bits)
    {
        if (_solved.TryGetValue(bits, out var known))
        {
            return known;
        }

        var context = new BallContext(bits);
        var (plus, minus) = Weights(bits);
        var beta = context.Enclose(_parameters.Beta);
        var anchor = _parameters.Regulariser switch
        {
            Regulariser.Mirror => _old.Bind(context),
            Regulariser.TwoKl => ExplicitPolicies.GeometricAnchor(Reference.Bind(context), _old.Bind(context), context.Enclose(_parameters.Alpha)),
            _ => Reference.Bind(context),
        };
        var solved = _parameters.Clip is { } clip
            ? new ClippedPolicy(anchor, _old.Bind(context), Reference.Rewards, plus, minus, beta, context.Enclose(clip.Low), context.Enclose(clip.High)).Solve(bits)
            : ExplicitPolicies.Maximiser(anchor, Reference.Rewards, plus, minus, beta);
        _solved.Add(bits, solved);
        return solved;
    }

    private Ball Divergence(int bits)
        => ExplicitPolicies.KullbackLeibler(Solve(bits).Probabilities, Reference.Bind(new BallContext(bits)), HasMass);

    // Where logarithms of both policies or the clipped solver need them, all probabilities are positive; mirror needs old within reference for the KL.
    private void CheckSupport()
    {
        for (var i = 0; i < _outcomes.Count; i++)
        {
            var reference = _outcomes[i].Reference;
            var old = _outcomes[i].Old ?? reference;
            var needsBoth = IsClipped || _parameters.Regulariser == Regulariser.TwoKl;
            if (needsBoth && (reference.IsZero || old.IsZero))
            {
                throw new UsageException(
                    $"outcome {UsageException.Quote(_outcomes[i].Name)} has probability 0", _outcomes[i].Where, "with clipping or two-kl every probability must be positive: leave the outcome out");
            }

            if (reference.IsZero && !old.IsZero)
            {
                throw new UsageException(
                    $"outcome {UsageException.Quote(_outcomes[i].Name)} is impossible under the reference and possible under old", _outcomes[i].Where, "the KL divergence to the reference is infinite; give it a positive reference probability");
            }
        }
    }

    private string Remark()
        => Reference.Success.IsZero || Reference.Success == Rational.One
            ? $"p_ref = {Reference.Success} is absorbing: no step leaves it (claim B7)"
            : IsClipped ? "clipped objective (claim J1)" : "unclipped objective (claims B1, H1, I2)";
}
