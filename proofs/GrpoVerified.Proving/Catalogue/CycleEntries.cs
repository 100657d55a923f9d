using GrpoVerified.Proving.Statements;
using static GrpoVerified.Proving.Catalogue.Vocabulary;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>
/// Points of cycles, one in each interval, with the slopes of the iterate there: the attracting ones to which the orbits of F10, F15 and J10
/// tend, the repelling fixed points beside them, and repelling cycles of other periods (F15).
/// </summary>
internal static class CycleEntries
{
    public static IEnumerable<CatalogueEntry> All()
    {
        var ce1 = H(P, "1/200", "3/2", "1/1000");
        var ce2 = H(P, "1/1000", "1", "1/100");
        var ce3 = H(P, "1/500", "2", "0");
        var three = H(P, "1/2500", "2/3", "1/100");
        var ceA = Clipped(P, "1/110", "1", "0", "3/10");
        var ceB = Clipped(P, "1/125", "1", "0", "1/2");
        yield return Point("F10-CE1-point", "F10", "CE1", ce1, 2, "[39/2000, 41/2000]", "[3421/10000, 6221/10000]");
        yield return Point("F10-CE1-repelling", "F10", "CE1", ce1, 1, "[133/2000, 667/10000]", "[-6/5, -11/10]");
        yield return Point("F10-CE2-point", "F10", "CE2", ce2, 2, "[19/2500, 79/10000]", "[-2767/5000, -393/1000]");
        yield return Point("F10-CE2-repelling", "F10", "CE2", ce2, 1, "[27/500, 541/10000]", "[-8/5, -7/5]");
        yield return Point("F10-CE3-point", "F10", "CE3", ce3, 2, "[11/2000, 57/10000]", "[-351/625, -729/2500]");
        yield return Point("F10-CE3-repelling", "F10", "CE3", ce3, 1, "[13/400, 163/5000]", "[-7/5, -6/5]");
        yield return Point("F15-period-three-point", "F15", "the 3-cycle", three, 3, "[1519/200000, 61/8000]", "[873/1250, 9263/10000]");
        yield return Point("F15-period-three-repelling", "F15", "the 3-cycle", three, 1, "[47/625, 377/5000]", "[-21/10, -19/10]");
        yield return Point("F15-cycle-of-2", "F15", "the 3-cycle", three, 2, "[508/625, 8129/10000]", "[-4, -2]");
        yield return Point("F15-cycle-of-3", "F15", "the 3-cycle", three, 3, "[543/1250, 869/2000]", "[11/10, 13/10]");
        yield return Point("F15-cycle-of-5", "F15", "the 3-cycle", three, 5, "[27637/100000, 27639/100000]", "[10, 20]");
        yield return Point("F15-cycle-of-7", "F15", "the 3-cycle", three, 7, "[11121/50000, 22243/100000]", "[-40, -20]");
        yield return Point("J10-CEA-point", "J10", "CE-A", ceA, 2, "[2453/20000, 247/2000]", "[-9813/10000, -9553/10000]");
        yield return Point("J10-CEA-repelling", "J10", "CE-A", ceA, 1, "[7/50, 141/1000]", "[-11/10, -1001/1000]");
        yield return Point("J10-CEB-point", "J10", "CE-B", ceB, 2, "[2157/20000, 2173/20000]", "[-618/625, -9607/10000]");
        yield return Point("J10-CEB-repelling", "J10", "CE-B", ceB, 1, "[53/400, 267/2000]", "[-6/5, -1001/1000]");
    }

    private static CatalogueEntry Point(string name, string claim, string at, Expr map, int period, string interval, string slopes)
        => new(name, claim, $"At the parameters of {at}: exactly one {(period == 1 ? "fixed point" : $"point of period {period}")} in {interval}, with slopes {slopes} of {(period == 1 ? "the map" : $"iterate {period}")}",
            new UniqueCycleStatement("p", map, period, Extent.Parse(interval), Extent.Parse(slopes)));
}
