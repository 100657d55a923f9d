using GrpoVerified.Cli.Reporting;
using GrpoVerified.Conjectures;
using GrpoVerified.Conjectures.Refutation;

namespace GrpoVerified.Cli.Proofs;

/// <summary>The outcome of <c>prove</c> as the sections of a report.</summary>
internal static class ProofReport
{
    private const int MostBoxesShown = 20;

    /// <summary>The sections.</summary>
    public static IEnumerable<Section> Sections(Conjecture conjecture, IReadOnlyList<ProofOutcome> outcomes, int digits)
    {
        yield return new Field("verdict", "verdict", Value.Text(Word(Together(outcomes))));
        yield return new Field("certificate", "certificate", Value.Text(outcomes.Select(o => o.Certificate).FirstOrDefault(c => c is not null)));
        var refuted = outcomes.FirstOrDefault(o => o.Counterexample is not null)?.Counterexample;
        yield return new Field("counterexample", "counterexample", refuted is null ? Value.None : Point(refuted, digits));
        yield return new Field("boxes", "boxes", Value.Integer(outcomes.Sum(o => o.Boxes)));
        if (refuted is not null)
        {
            yield return new Rows("values", "values at the counterexample", ["what", "value"], Values(refuted, digits));
        }

        yield return new Rows(
            "conclusions",
            "conclusions",
            ["claim", "verdict", "certificate", "coq", "boxes", "reason"],
            outcomes.Select(o => (IReadOnlyList<Value>)
            [
                Value.Text(o.Text), Value.Text(Word(o.Verdict)), Value.Text(o.Certificate), Value.Text(o.Coq), Value.Integer(o.Boxes), Value.Text(o.Checked ?? o.Reason ?? o.Counterexample?.Fault),
            ]));
        yield return new Rows(
            "statements",
            "statements as understood",
            ["hash", "statement"],
            outcomes.Select(o => (IReadOnlyList<Value>)
            [
                Value.Brief(Value.Text((o.Negation ?? o.Statement).Hash), (o.Negation ?? o.Statement).Hash[..12]),
                Value.Text((o.Negation is null ? string.Empty : "the negation: ") + StatementText.Of(o.Negation ?? o.Statement)),
            ]));
        var remaining = outcomes.Where(o => o.Verdict == ProofVerdict.Inconclusive).SelectMany(o => o.Remaining).ToList();
        if (remaining.Count > 0)
        {
            yield return new Rows("remaining", "boxes left", ["box"], remaining.Take(MostBoxesShown).Select(b => (IReadOnlyList<Value>)[Value.Text(string.Join(", ", b))]));
            if (remaining.Count > MostBoxesShown)
            {
                yield return new Field("remainingCount", "boxes left in all (at least)", Value.Integer(remaining.Count));
            }
        }

        List<string> notes = [.. conjecture.Notes, .. Remarks(outcomes)];
        if (notes.Count > 0)
        {
            yield return new Notes(notes);
        }
    }

    /// <summary>The verdict on all conclusions together.</summary>
    private static ProofVerdict Together(IReadOnlyList<ProofOutcome> outcomes)
        => outcomes.Any(o => o.Verdict == ProofVerdict.Refuted) ? ProofVerdict.Refuted
            : outcomes.All(o => o.Verdict == ProofVerdict.Proved) ? ProofVerdict.Proved
            : ProofVerdict.Inconclusive;

    private static string Word(ProofVerdict verdict) => verdict.ToString().ToLowerInvariant();

    private static Value Point(Counterexample found, int digits)
        => Value.Record([.. found.Point.Select(x => (x.Name, Value.Text(x.Value.ToString()))), .. found.FixedPoints.Select(x => (x.Name, Digits.Of(x.Value, digits)))]);

    private static IEnumerable<IReadOnlyList<Value>> Values(Counterexample found, int digits)
    {
        yield return [Value.Text("refuted"), Value.Text(found.Conclusion.Text)];
        if (found.Fault is { } fault)
        {
            yield return [Value.Text("not defined"), Value.Text(fault)];
            yield break;
        }

        yield return [Value.Text("left side"), Digits.Of(found.Left!, digits)];
        yield return [Value.Text("right side"), Digits.Of(found.Right!, digits)];
        yield return [Value.Text("left - right"), Digits.Of(found.Difference!, digits)];
    }

    private static IEnumerable<string> Remarks(IReadOnlyList<ProofOutcome> outcomes)
    {
        if (outcomes.Any(o => o.Verdict == ProofVerdict.Proved))
        {
            yield return "proved means: the certificate as written was accepted by the independent checker; 'check-certificate' does it again";
        }

        if (outcomes.Any(o => o.Counterexample is not null))
        {
            yield return "the point is exact (fixed points in it are not rational); digits are certified and correctly rounded";
        }

        if (outcomes.Any(o => o.Verdict == ProofVerdict.Inconclusive))
        {
            yield return "neither proved nor refuted; --resume with a larger --budget goes on from what was finished";
        }
    }
}
