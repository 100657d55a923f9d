using System.Globalization;
using System.Text.Json;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Properties.Process;

/// <summary>Numbers of the protocol: JSON numbers that read back to the same double, "NaN", "Infinity", "-Infinity"; hexadecimal floats are read too.</summary>
internal static class ProtocolNumber
{
    /// <summary>The number as JSON; always with a point or an exponent, so that no reader takes it for an integer.</summary>
    public static string Write(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E', 'e') < 0 ? text + ".0" : text;
    }

    /// <summary>Reads a number; false if it is none.</summary>
    public static bool TryRead(JsonElement element, out double value)
    {
        value = double.NaN;
        switch (element.ValueKind)
        {
            case JsonValueKind.Number:
                return element.TryGetDouble(out value);
            case JsonValueKind.String:
                return TryRead(element.GetString()!, out value);
            default:
                return false;
        }
    }

    private static bool TryRead(string text, out double value)
    {
        (var known, value) = text switch
        {
            "NaN" or "nan" or "-nan" => (true, double.NaN),
            "Infinity" or "inf" => (true, double.PositiveInfinity),
            "-Infinity" or "-inf" => (true, double.NegativeInfinity),
            _ => (false, double.NaN),
        };
        if (known)
        {
            return true;
        }

        // Only hexadecimal floats travel as texts: a decimal in quotes is a mistake worth saying.
        if (!text.TrimStart('-', '+').StartsWith("0x", StringComparison.OrdinalIgnoreCase) || !Rational.TryParse(text, out var exact, out _))
        {
            return false;
        }

        value = exact.IsZero && text.StartsWith('-') ? -0.0 : exact.ToDouble();
        return true;
    }
}
