using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Oracle;

/// <summary>Something the oracle computes.</summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="Meaning">What it is, in one line.</param>
/// <param name="Required">Parameters it needs.</param>
/// <param name="Optional">Parameters it may take.</param>
/// <param name="Answer">The parts of its answer.</param>
internal sealed record Quantity(
    string Name,
    string Meaning,
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Optional,
    Func<OracleRequest, IEnumerable<(string Name, Value Value)>> Answer)
{
    /// <summary>Whether the quantity has a parameter of that name.</summary>
    public bool Takes(string name) => Required.Contains(name, StringComparer.Ordinal) || Optional.Contains(name, StringComparer.Ordinal);

    /// <summary>A number; parameters are separated by spaces.</summary>
    public static Quantity Scalar(string name, string meaning, string required, Func<OracleRequest, BallContext, Ball> value, string optional = "")
        => new(name, meaning, Words(required), Words(optional), request => [("value", Text(request, bits => value(request, new BallContext(bits))))]);

    /// <summary>A probability with its complement.</summary>
    public static Quantity Pair(string name, string meaning, string required, Func<OracleRequest, BallContext, Probability<Ball>> value, string optional = "")
        => new(name, meaning, Words(required), Words(optional), request =>
        {
            // Both parts come from one evaluation.
            var known = new Dictionary<int, Probability<Ball>>();
            Probability<Ball> At(int bits) => known.TryGetValue(bits, out var pair) ? pair : known[bits] = value(request, new BallContext(bits));
            return [("value", Text(request, bits => At(bits).Success)), ("failure", Text(request, bits => At(bits).Failure))];
        });

    /// <summary>Several numbers.</summary>
    public static Quantity Several(string name, string meaning, string required, Func<OracleRequest, BallContext, IReadOnlyList<Ball>> values, string optional = "")
        => new(name, meaning, Words(required), Words(optional), request =>
        {
            var known = new Dictionary<int, IReadOnlyList<Ball>>();
            IReadOnlyList<Ball> At(int bits) => known.TryGetValue(bits, out var list) ? list : known[bits] = values(request, new BallContext(bits));
            var count = At(64).Count;
            return [("values", Value.List([.. Enumerable.Range(0, count).Select(i => Text(request, bits => At(bits)[i]))]))];
        });

    /// <summary>Certified digits, or the error that they are not.</summary>
    public static Value Text(OracleRequest request, Func<int, Ball> enclose)
    {
        var digits = request.Digits;
        var text = Certified.Digits(enclose, digits, (2 * Digits.Bits(digits)) + 8_192);
        return text.Text is { } certain ? Value.Text(certain) : throw new OracleException(OracleException.Undecided, text.Reason ?? "not certified");
    }

    /// <summary>Parameter names in a text.</summary>
    public static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
