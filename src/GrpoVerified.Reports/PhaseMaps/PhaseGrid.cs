using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;

namespace GrpoVerified.Reports.PhaseMaps;

/// <summary>A grid of parameters: every ε, within it every β, within it every p_ref. Each cell is computed on its own.</summary>
/// <param name="Convention">Everything but p_ref, β and ε.</param>
/// <param name="Epsilons">The ε.</param>
/// <param name="Betas">The β.</param>
/// <param name="References">The p_ref.</param>
/// <param name="Digits">Significant digits of limits and cycles.</param>
internal sealed record PhaseGrid(GrpoParameters Convention, IReadOnlyList<Rational> Epsilons, IReadOnlyList<Rational> Betas, IReadOnlyList<Rational> References, int Digits)
{
    /// <summary>Number of cells.</summary>
    public long Count => (long)Epsilons.Count * Betas.Count * References.Count;

    /// <summary>Parameters of a cell, counted from 0.</summary>
    public GrpoParameters At(int cell)
        => Convention with
        {
            Reference = References[cell % References.Count],
            Beta = Betas[cell / References.Count % Betas.Count],
            Epsilon = Epsilons[cell / References.Count / Betas.Count],
        };

    /// <summary>SHA-256 over everything that decides the cells: equal keys have equal results.</summary>
    public string Key
    {
        get
        {
            var text = new StringBuilder("phase-map 1\n");
            foreach (var values in (IReadOnlyList<Rational>[])[Epsilons, Betas, References])
            {
                text.AppendJoin(' ', values).Append('\n');
            }

            var c = Convention;
            text.Append(CultureInfo.InvariantCulture, $"{c.Regulariser} {c.Alpha} {c.Normalisation} {c.Placement} {c.Clip?.Low} {c.Clip?.High} {c.GroupSize} {c.Deviation} {Digits}\n");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>The first cell whose parameters are outside the theory's domain, as its message; null if all are inside.</summary>
    public string? FirstFault()
    {
        foreach (var pair in Epsilons.Select(e => (Epsilon: e, Beta: Betas[0], Reference: References[0]))
            .Concat(Betas.Select(b => (Epsilon: Epsilons[0], Beta: b, Reference: References[0])))
            .Concat(References.Select(r => (Epsilon: Epsilons[0], Beta: Betas[0], Reference: r))))
        {
            try
            {
                (Convention with { Reference = pair.Reference, Beta = pair.Beta, Epsilon = pair.Epsilon }).Validated();
            }
            catch (ParameterException e)
            {
                return e.Message;
            }
        }

        return null;
    }
}
