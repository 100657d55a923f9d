namespace GrpoVerified.Properties.Contract;

/// <summary>How a trainer failed to answer.</summary>
public enum TrainerFault
{
    /// <summary>It refused the input on purpose, with a message.</summary>
    Rejected,

    /// <summary>It threw, or its process ended.</summary>
    Crash,

    /// <summary>It did not answer in time.</summary>
    Timeout,

    /// <summary>Its answer could not be read.</summary>
    Garbage,

    /// <summary>Its answer has the wrong number of values, or lacks a part that a declared capability promises.</summary>
    WrongShape,
}

/// <summary>A trainer did not answer a request. A finding of the suite, not its crash.</summary>
public sealed class TrainerFaultException : Exception
{
    /// <summary>A fault with what the trainer said.</summary>
    public TrainerFaultException(TrainerFault fault, string message, Exception? innerException = null)
        : base(message, innerException)
        => Fault = fault;

    /// <summary>A crash without a message.</summary>
    public TrainerFaultException()
        : this(TrainerFault.Crash, "the trainer did not answer")
    {
    }

    /// <summary>A crash with a message.</summary>
    public TrainerFaultException(string message)
        : this(TrainerFault.Crash, message)
    {
    }

    /// <summary>A crash with a cause.</summary>
    public TrainerFaultException(string message, Exception innerException)
        : this(TrainerFault.Crash, message, innerException)
    {
    }

    /// <summary>How it failed.</summary>
    public TrainerFault Fault { get; }
}
