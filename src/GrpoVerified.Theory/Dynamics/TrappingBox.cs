using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>
/// A box J in log-odds with T^k(J) in its interior and |(T^k)′| &lt; 1 on it, the images J, T(J), …, T^{k−1}(J) pairwise disjoint.
/// </summary>
/// <param name="Boxes">J_0 = J and enclosures J_i of its images, i &lt; k.</param>
/// <param name="Slope">Enclosure of (T^k)′ on J.</param>
/// <remarks>Every orbit that enters J converges to the only k-cycle that meets J. Claim F10.</remarks>
public sealed record TrappingBox(IReadOnlyList<Ball> Boxes, Ball Slope)
{
    private const int Precision = 128;

    /// <summary>Tries to certify a box of the given radius (log-odds) around a point of a suspected k-cycle.</summary>
    public static TrappingBox? TryCertify(GrpoParameters parameters, double centre, double radius, int period)
    {
        var step = UpdateDerivative.Full(parameters, Precision);
        var start = Ball.FromEndpoints(BigFloat.FromDouble(centre - radius), BigFloat.FromDouble(centre + radius), Precision);
        var boxes = new List<Ball>();
        var slope = Ball.One;
        var box = start;
        for (var i = 0; i < period; i++)
        {
            boxes.Add(box);
            var natural = step(box);
            if (!natural.Value.IsFinite || !natural.Derivative.IsFinite)
            {
                return null;
            }

            // Mean-value form: T(J) ⊂ T(m) + T′(J)(J − m).
            var middle = Ball.FromBigFloat(box.Midpoint, Precision);
            var centred = step(middle).Value + (natural.Derivative * (box - middle));
            if (!Ball.TryIntersect(natural.Value, centred, out box))
            {
                return null;
            }

            slope *= natural.Derivative;
        }

        return Ball.IsInterior(box, start) && Ball.Less(Ball.Abs(slope), Ball.One).IsCertain && ArePairwiseDisjoint(boxes)
            ? new TrappingBox(boxes, slope)
            : null;
    }

    private static bool ArePairwiseDisjoint(List<Ball> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
            {
                if (Ball.Overlap(boxes[i], boxes[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
