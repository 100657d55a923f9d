using System.Globalization;
using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Process;

/// <summary>An implementation in a child process: one JSON line a request, one an answer (docs/conformance-protocol.md).</summary>
/// <remarks>
/// Crash, hang, garbage and wrong shape are faults of the implementation, thrown as <see cref="TrainerFaultException"/>; the program is
/// then started afresh, up to a limit. Not for use from several threads.
/// </remarks>
public sealed class ProcessTrainer : ITrainer, IDisposable
{
    private readonly TrainerCommand _command;
    private ChildProcess? _child;
    private long _asked;
    private int _restarts;

    private ProcessTrainer(TrainerCommand command) => _command = command;

    /// <inheritdoc/>
    public TrainerDescription Description { get; private set; } = null!;

    /// <summary>Requests sent so far.</summary>
    public long Requests => _asked;

    /// <summary>How often the program had to be started again.</summary>
    public int Restarts => _restarts;

    /// <summary>Starts a program and asks for its description.</summary>
    /// <exception cref="TrainerCommandException">It does not start, or does not describe itself.</exception>
    public static ProcessTrainer Start(TrainerCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var trainer = new ProcessTrainer(command);
        try
        {
            trainer.Open();
            return trainer;
        }
        catch (TrainerFaultException e)
        {
            trainer.Dispose();
            throw new TrainerCommandException($"{command} does not answer 'describe': {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public TrainerAnswer Answer(TrainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_child is null)
        {
            Reopen();
        }

        try
        {
            var id = NextId();
            return AnswerJson.Answer(AnswerJson.Open(_child!.Ask(RequestJson.Write(request, id), _command.Timeout), id), request);
        }
        catch (TrainerFaultException e) when (e.Fault is TrainerFault.Crash or TrainerFault.Timeout or TrainerFault.Garbage)
        {
            // After garbage nobody knows which line answers what.
            Close();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Open()
    {
        _child = ChildProcess.Start(_command);
        var id = NextId();
        Description ??= AnswerJson.Description(AnswerJson.Open(_child.Ask(RequestJson.Describe(id), _command.StartTimeout), id));
    }

    private void Reopen()
    {
        if (_restarts >= _command.MaxRestarts)
        {
            throw new TrainerFaultException(TrainerFault.Crash, FormattableString.Invariant($"the program failed {_restarts + 1} times and is not started again"));
        }

        _restarts++;
        _child = ChildProcess.Start(_command);
        var id = NextId();
        try
        {
            _ = AnswerJson.Open(_child.Ask(RequestJson.Describe(id), _command.StartTimeout), id);
        }
        catch (TrainerFaultException)
        {
            Close();
            throw;
        }
    }

    private void Close()
    {
        _child?.Dispose();
        _child = null;
    }

    private string NextId() => (++_asked).ToString(CultureInfo.InvariantCulture);
}
