using System.Diagnostics.CodeAnalysis;

namespace GrpoVerified.Checking;

/// <summary>Why a certificate is not accepted: one line, and the place in the proof or the file.</summary>
internal sealed class Refusal(string reason, string place = "") : Exception(reason)
{
    /// <summary>Path of the step, as in <c>proof.then.below</c>, or of the part of the file.</summary>
    public string Place { get; } = place;

    /// <summary>The file is not a certificate at all, rather than a certificate with a wrong proof.</summary>
    public bool Unreadable { get; init; }

    /// <summary>Refuses where the condition holds.</summary>
    public static void If([DoesNotReturnIf(true)] bool refused, string reason, string place = "")
    {
        if (refused)
        {
            throw new Refusal(reason, place);
        }
    }

    /// <summary>The same reason at a place, unless it has one.</summary>
    public Refusal At(string place) => Place.Length > 0 ? this : new Refusal(Message, place) { Unreadable = Unreadable };
}
