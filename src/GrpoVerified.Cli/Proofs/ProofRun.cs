using GrpoVerified.Arithmetic;
using GrpoVerified.Checking;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Conjectures;
using GrpoVerified.Conjectures.Refutation;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using Counterexample = GrpoVerified.Conjectures.Refutation.Counterexample;

namespace GrpoVerified.Cli.Proofs;

/// <summary>Proves or refutes each conclusion of a claim, writes the certificates, and has each checked before it counts.</summary>
internal sealed class ProofRun(CommandContext context, Conjecture conjecture, ProofSettings settings)
{
    internal const string Unfinished = ".partial";

    private readonly HashSet<string> _searched = new(StringComparer.Ordinal);

    /// <summary>The outcome of each conclusion; of all together for a claim with "there is".</summary>
    public IReadOnlyList<ProofOutcome> Run()
    {
        if (conjecture.Existential.Count > 0)
        {
            var statement = ConjectureStatements.OfAll(conjecture);
            RequireUnfinished([statement, .. ConjectureStatements.NegationsOf(conjecture)], 1);
            return [DecideExistence(string.Join(" && ", conjecture.Conclusions.Select(c => c.Text)), statement)];
        }

        RequireUnfinished([.. conjecture.Conclusions.Select(c => ConjectureStatements.Of(conjecture, c))], conjecture.Conclusions.Count);
        return [.. conjecture.Conclusions.Select((conclusion, i) => Decide(conclusion, ConjectureStatements.Of(conjecture, conclusion), i))];
    }

    /// <summary>Does one part of the searches into a checkpoint, or what is missing of it.</summary>
    public void Explore(Share share, string checkpoint)
    {
        foreach (var conclusion in conjecture.Conclusions)
        {
            if (CounterexampleSearch.Find(conjecture, conclusion) is not null)
            {
                continue;
            }

            Search(ConjectureStatements.Of(conjecture, conclusion), checkpoint, share);
            if (FixedPointProof.Of(conjecture, conclusion) is { } images)
            {
                Search(images.ImageStatement, checkpoint, share);
            }
        }
    }

    // --resume without anything to go on from is a mistake of the name or of the claim.
    private void RequireUnfinished(IReadOnlyList<QuantifiedStatement> statements, int count)
    {
        var paths = statements.Select((s, i) => settings.CertificatePath(s.Hash, count == 1 ? 0 : i, count) + Unfinished).ToList();
        if (settings.Resume && !paths.Exists(File.Exists))
        {
            throw new UsageException(
                $"there is nothing to resume: {UsageException.Quote(paths[0])} is not there", "option --resume", "leave it out, or give the same claim and --out as before");
        }
    }

    private ProofOutcome Decide(Comparison conclusion, QuantifiedStatement statement, int index)
    {
        var found = ProgressBar.Run(context, "points", 1, (_, token) => CounterexampleSearch.Find(conjecture, conclusion, cancellation: token));
        if (found is not null)
        {
            return Refuted(conclusion, statement, found, 0);
        }

        var outcome = Prove(conclusion.Text, statement, index, conjecture.Conclusions.Count, FixedPointProof.Of(conjecture, conclusion));

        // Where the prover stopped is where a counterexample may still be.
        if (outcome.Verdict != ProofVerdict.Inconclusive || FindAmong(conclusion, outcome) is not { } late)
        {
            return outcome;
        }

        File.Delete(settings.CertificatePath(statement.Hash, index, conjecture.Conclusions.Count) + Unfinished);
        return Refuted(conclusion, statement, late, outcome.Boxes);
    }

    private static ProofOutcome Refuted(Comparison conclusion, QuantifiedStatement statement, Counterexample found, long boxes)
        => new() { Text = conclusion.Text, Statement = statement, Verdict = ProofVerdict.Refuted, Counterexample = found, Boxes = boxes };

    private Counterexample? FindAmong(Comparison conclusion, ProofOutcome outcome)
    {
        var points = conjecture.FixedPoints.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var names = conjecture.Universal.Select(r => r.Name).Where(n => !points.Contains(n)).ToList();
        var suspects = outcome.Remaining
            .Select(box => box.Select(a => KeyValuePair.Create(a.Name, Middle(a))).Where(x => x.Value is not null).ToDictionary(x => x.Key, x => x.Value!.Value, StringComparer.Ordinal))
            .Prepend(outcome.Suspect.ToDictionary(StringComparer.Ordinal))
            .Where(box => names.TrueForAll(box.ContainsKey))
            .Select(box => names.Select(n => box[n]).ToArray());
        return CounterexampleSearch.Find(conjecture, conclusion, 0, suspects);
    }

    private static Rational? Middle(Axis axis)
        => axis.Extent.Lower.Value is { } a && axis.Extent.Upper.Value is { } b ? (a + b) / 2 : null;

    // A claim with "there is": the proof of the statement, else that of its negation, where the format can state that.
    private ProofOutcome DecideExistence(string text, QuantifiedStatement statement)
    {
        var outcome = Prove(text, statement, 0, 1);
        if (outcome.Verdict == ProofVerdict.Proved)
        {
            return outcome;
        }

        foreach (var negation in ConjectureStatements.NegationsOf(conjecture))
        {
            if (Prove("not: " + text, negation, 0, 1) is { Verdict: ProofVerdict.Proved } disproof)
            {
                File.Delete(settings.CertificatePath(statement.Hash, 0, 1) + Unfinished);
                return disproof with { Text = text, Statement = statement, Verdict = ProofVerdict.Refuted, Negation = negation, Boxes = outcome.Boxes + disproof.Boxes };
            }
        }

        return outcome;
    }

    private ProofOutcome Prove(string text, QuantifiedStatement statement, int index, int count, FixedPointProof? throughImages = null)
    {
        var path = settings.CertificatePath(statement.Hash, index, count);
        var outcome = new ProofOutcome { Text = text, Statement = statement, Verdict = ProofVerdict.Inconclusive };
        var verdict = Search(statement, path);
        if (verdict is Inconclusive && throughImages is not null && Search(throughImages.ImageStatement, path) is Proved image)
        {
            verdict = new Proved(throughImages.Conclude(image.Proof), verdict.Boxes + image.Boxes);
        }

        switch (verdict)
        {
            case Proved proved:
                var certificate = new Certificate(Path.GetFileName(path)[..^Certificate.Extension.Length], null, text, statement, proved.Proof);
                var spoken = WriteAndCheck(certificate, path);
                File.Delete(path + Unfinished);
                return outcome with
                {
                    Verdict = ProofVerdict.Proved,
                    Certificate = path,
                    Checked = spoken,
                    Coq = settings.CoqPath(index, count) is { } coq ? CoqFile.Write(certificate, coq) : null,
                    Boxes = proved.Boxes,
                };
            case Inconclusive open:
                return outcome with { Remaining = open.Remaining, Reason = open.Reason, Boxes = open.Boxes };
            case Refuted refuted:
                return outcome with { Reason = $"it fails at {string.Join(", ", refuted.At.Select(x => $"{x.Key} = {x.Value}"))}", Boxes = refuted.Boxes, Suspect = refuted.At };
            default:
                throw new InvalidOperationException("The prover gave no verdict.");
        }
    }

    private Verdict Search(QuantifiedStatement statement, string path)
    {
        return Watched(path + Unfinished, settings.Resume, (options, token) => Prover.Prove(statement, options, token));
    }

    private void Search(QuantifiedStatement statement, string checkpoint, Share share)
        => Watched(checkpoint, resumed: true, (options, token) =>
        {
            Prover.Explore(statement, share, options, token);
            return true;
        });

    private T Watched<T>(string checkpoint, bool resumed, Func<ProverOptions, CancellationToken, T> search)
    {
        // Several searches of one run share the file; it knows them by their goals.
        var resume = (!_searched.Add(checkpoint) || resumed) && File.Exists(checkpoint);
        const int Parts = 1000;
        return ProgressBar.Run(context, "boxes (of the budget)", Parts, (progress, cancellation) =>
        {
            var options = new ProverOptions
            {
                BoxBudget = settings.Budget,
                Threads = settings.Threads,
                Checkpoint = checkpoint,
                Resume = resume,
                Progress = progress is null ? null : new BoxProgress(progress, Parts),
            };
            try
            {
                return search(options, cancellation);
            }
            catch (OperationCanceledException)
            {
                throw new InterruptedException($"interrupted; what was finished is kept in {checkpoint}; go on with the same command and --resume");
            }
        },
        keepsWork: true);
    }

    // The verdict "proved" rests on the file as written, read back by a program that shares no code with the prover.
    private static string WriteAndCheck(Certificate certificate, string path)
    {
        File.WriteAllBytes(path, CertificateWriter.Write(certificate));
        var result = CertificateChecker.CheckFile(path);
        return result.IsAccepted && string.Equals(result.Hash, certificate.Statement.Hash, StringComparison.Ordinal)
            ? FormattableString.Invariant($"accepted by the independent checker: {result.Steps} steps, {result.Leaves} leaves, {result.Bytes} bytes")
            : throw new InvalidOperationException($"the independent checker rejects the certificate {path} at {result.Place}: {result.Reason}; the claim is not proved");
    }

    private sealed class BoxProgress(IProgress<int> inner, int parts) : IProgress<ProverProgress>
    {
        public void Report(ProverProgress value) => inner.Report((int)Math.Min(parts, value.Boxes * parts / Math.Max(1, value.Budget)));
    }
}
