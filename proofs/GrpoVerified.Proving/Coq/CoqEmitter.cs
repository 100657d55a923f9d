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
    /// <summary>The Coq file.</summary>
    /// <exception cref="CertificateFormatException">A step stands where it cannot stand.</exception>
    public static string Emit(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var (statement, scope) = Data(certificate.Statement);
        var proof = new CoqProof(scope.Count).Root(certificate.Proof, scope);
        var name = CoqNames.Theorem(certificate.Name);
        var lines = string.Concat(certificate.Statement.Lines.Select(l => $"     {CoqNames.Comment(l)}\n"));
        return $"""
            (** {CoqNames.Comment(certificate.Title)}

                Certificate {CoqNames.Comment(certificate.Name)}, statement {certificate.Statement.Hash}:
            {lines}*)

            From Coq Require Import Reals QArith List String.
            From Coquelicot Require Import Rbar Lim_seq.
            From GrpoProofs Require Import Defs.
            From GrpoProofs.Certificates Require Import Formula Domain Change Tree TreeText Proof Orbit Statement Reading.
            Import ListNotations.
            Open Scope R_scope.

            Definition the_statement : statement :=
              {statement}.

            Definition the_certificate : certificate :=
              {proof}.

            Theorem {name} :
              {CoqTheorem.Of(certificate.Statement)}.
            Proof.
              refine (emitted_sound the_statement the_certificate _).
              vm_cast_no_check (eq_refl true).
            Qed.

            """.ReplaceLineEndings("\n");
    }

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
