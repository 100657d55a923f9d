using System.CommandLine;
using GrpoVerified.Claims;
using GrpoVerified.Cli.Ledger;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>explain ID</c>: one claim in full, or the page of an analyzer rule.</summary>
internal static class ExplainCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("explain", "One claim in full: statement, source, proof idea, checks, counterexamples, theorems, certificates, a witness; or the page of an analyzer rule.");
        var id = new Argument<string>("id") { Description = "The claim, as in F10, or the rule, as in GRPO2001." };
        id.CompletionSources.Add(_ => ClaimCatalogue.All.Select(c => c.Id).Concat(RulePages.Names).Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        command.Add(id);
        var format = new FormatOption(command, withDigits: false);
        command.SetAction(parsed =>
        {
            if (RulePages.Find(parsed.GetValue(id)!) is { } page)
            {
                RulePages.Write(parsed.GetValue(id)!, page, format.Read(parsed), context.Output);
                return ExitCode.Holds;
            }

            var claim = ClaimSelection.Find(parsed.GetValue(id)!, CommandContext.ToolName + " explain");
            ReportWriter.Write(new Report("explain", [("id", Value.Text(claim.Id))], Sections(claim)), format.Read(parsed), context.Output);
            return ExitCode.Holds;
        });
        return command;
    }

    private static IEnumerable<Section> Sections(Claim claim)
    {
        yield return new Field("title", "title", Value.Text(claim.Title));
        yield return new Field("statement", "statement", Value.Text(claim.Statement));
        yield return new Field("source", "source", Value.Text(claim.Source));
        yield return new Field("expected", "expected", Value.Text(ClaimsCommand.Word(claim.Expected)));
        if (claim.Corrected is not null)
        {
            yield return new Field("corrected", "corrected statement", Value.Text(claim.Corrected));
        }

        yield return new Field("proof", "proof", Value.Text(claim.Proof));
        if (claim.NotPointwise is not null)
        {
            yield return new Field("notPointwise", "no pointwise form", Value.Text(claim.NotPointwise));
        }

        yield return new Rows("checks", "checks at grid points", ["kind", "text"], claim.Checks.Select(c => (IReadOnlyList<Value>)[Value.Text(Word(c.Kind)), Value.Text(c.Text)]));
        yield return new Rows("counterexamples", "counterexamples", ["text"], claim.Counterexamples.Select(c => (IReadOnlyList<Value>)[Value.Text(c.Text)]));
        yield return new Rows(
            "theorems",
            "archived Coq theorems (below proofs/coq)",
            ["role", "theorem", "file"],
            CoqMap.Of(claim.Id).Select(e => (IReadOnlyList<Value>)[Value.Text(e.Role.ToString().ToLowerInvariant()), Value.Text(e.Theorem), Value.Text(e.File)]));
        yield return new Rows(
            "properties", "property rules for implementations", ["rule"], PropertyRules.Of(claim.Id).Select(r => (IReadOnlyList<Value>)[Value.Text(r)]));
        yield return new Field("witness", "witness of the hypotheses", Value.Text(ClaimWitness.Of(claim)));
        yield return new Rows(
            "certificates",
            "archived certificates (below proofs/certificates)",
            ["file", "title", "hash"],
            CertificateArchive.Of(claim.Id).Select(e => (IReadOnlyList<Value>)[Value.Text(e.File), Value.Text(e.Title), Value.Text(e.Hash)]));
    }

    private static string Word(CheckKind kind) => kind switch
    {
        CheckKind.Separation => "separation",
        CheckKind.Agreement => "agreement",
        _ => "exact",
    };
}
