using System.Globalization;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Coq;

/// <summary>Writes a certificate as a Coq file: the statement as a theorem about real numbers, proved by re-checking the certificate in Coq.</summary>
/// <remarks>
/// The theorem uses only Coq's real numbers (and <c>iter</c> of Defs.v for orbits), so it says by itself what is proved. Coq recomputes
/// every midpoint, enclosure, derivative and normal form. Needs the compiled theories of proofs/coq.
/// </remarks>
public static class CoqEmitter
{
    private const string Imports = """
        From Coq Require Import Reals QArith List String.
        From Coquelicot Require Import Rbar Lim_seq.
        From GrpoProofs Require Import Defs.
        From GrpoProofs.Certificates Require Import Formula Domain Change Tree TreeText Proof Iterates Orbit Newton Statement Reading.
        Import ListNotations.
        Open Scope R_scope.

        """;

    /// <summary>A Coq file that checks one certificate.</summary>
    /// <exception cref="CertificateFormatException">A step stands where it cannot stand.</exception>
    public static string Emit(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Lines($"{Comment(certificate)}\n{Imports}\n{Body(certificate)}");
    }

    /// <summary>A Coq file that checks many certificates one after the other, each in a module of its own; what Coq has to load it loads once.</summary>
    /// <exception cref="CertificateFormatException">A step stands where it cannot stand.</exception>
    public static string EmitBatch(IEnumerable<Certificate> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        return Lines(Imports + string.Concat(certificates.Select(c => $"\n{Comment(c)}Module {ModuleName(c)}.\n\n{Body(c)}\nEnd {ModuleName(c)}.\n")));
    }

    /// <summary>The name of a certificate's module, which also serves as a file name.</summary>
    public static string ModuleName(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return "c_" + CoqNames.Identifier(certificate.Name);
    }

    private static string Comment(Certificate certificate)
    {
        var lines = string.Concat(certificate.Statement.Lines.Select(l => $"     {CoqNames.Comment(l)}\n"));
        return $"""
            (** {CoqNames.Comment(certificate.Title)}

                Certificate {CoqNames.Comment(certificate.Name)}, statement {certificate.StatementHash}:
            {lines}*)

            """;
    }

    private static string Body(Certificate certificate)
    {
        var (statement, scope) = Data(certificate.Statement);
        return $"""
            Definition the_statement : statement :=
              {statement}.

            Definition the_certificate : certificate :=
              {new CoqProof(scope.Count).Root(certificate.Proof, scope)}.

            Theorem certified_{CoqNames.Identifier(certificate.Name)} :
              {CoqTheorem.Of(certificate.Statement)}.
            Proof.
              refine (emitted_sound the_statement the_certificate _).
              vm_cast_no_check (eq_refl true).
            Qed.

            """;
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static (string Statement, Dictionary<string, int> Scope) Data(Statement statement)
    {
        switch (statement)
        {
            case OrbitStatement s:
                {
                    var scope = Numbered([s.Variable]);
                    return (
                        string.Create(CultureInfo.InvariantCulture, $"Cycle 0%nat {CoqNumbers.Data(s.Start)} {CoqData.Expression(s.Map, scope)} {s.Period}%nat {CoqData.Interval(s.CyclePoint)}"),
                        scope);
                }

            case UniqueCycleStatement s:
                {
                    var scope = Numbered([s.Variable]);
                    return (
                        string.Create(CultureInfo.InvariantCulture, $"UniqueCycle 0%nat {CoqData.Expression(s.Map, scope)} {s.Period}%nat {CoqProof.Ends(s.CyclePoint)} {CoqProof.Ends(s.Slopes)}"),
                        scope);
                }

            case QuantifiedStatement s:
                {
                    var scope = Numbered(s.ForAll.Concat(s.Exists).Select(a => a.Name));
                    var forAll = CoqData.Domain(s.ForAll, scope);
                    var assumptions = CoqData.Facts(s.Assumptions, scope);
                    var goal = CoqData.Expression(s.Expression, scope);
                    if (s.Relation is { } relation)
                    {
                        return ($"Show {forAll} {CoqData.Domain(s.Exists, scope)} {assumptions} {goal} {CoqData.Sign(relation)}", scope);
                    }

                    var root = s.Conclusion == Conclusion.Root ? "Root" : "UniqueRoot";
                    var x = s.Exists[0];
                    return ($"{root} {forAll} {CoqData.Variable(scope[x.Name])} {CoqData.Interval(x.Extent)} {assumptions} {goal}", scope);
                }

            default:
                throw new InvalidOperationException($"{statement.GetType().Name} has no Coq form.");
        }
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> names)
        => names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
}
