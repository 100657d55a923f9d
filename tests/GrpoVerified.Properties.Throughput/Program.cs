// Throughput of the suite: rules x cases per second in process and through child processes, and the overhead beside bare FsCheck.
//   dotnet run -c Release --project tests/GrpoVerified.Properties.Throughput [cases [command of a child that answers advantages and KL ...]]
// With --serve it is itself a child that speaks the protocol.
using System.Globalization;
using GrpoVerified.Properties.Process;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Tests.Trainers;
using GrpoVerified.Properties.Throughput;

if (args is ["--serve"])
{
    Serving.Run(Plain.Trainer, Console.In, Console.Out);
    return 0;
}

var cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
var profile = NamedProfiles.Find("trl-grpo")!;

Console.WriteLine($"{cases} cases of each rule, profile {profile.Name}, processor time of this program and its children\n");
Console.WriteLine("| implementation | rules | cases | cases/s | µs a case |\n| --- | --- | --- | --- | --- |");
SuiteRun.Measure("in process, every rule", new TextbookTrainer(profile).Only(GrpoVerified.Properties.Contract.DType.Float64), profile, cases);
SuiteRun.Measure("in process, advantages and KL", Plain.Trainer, profile, cases);
Child("C# child", new(Environment.ProcessPath!, ["--serve"]));
if (args.Length > 1)
{
    Child(Path.GetFileName(args[1]) + " child", new(args[1], args[2..]));
}

Console.WriteLine("\n| rule | numbers a case | bare FsCheck, µs | with the trainer asked | judged too | the suite | overhead | judging apart |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
foreach (var id in new[] { "T101", "T102", "T201", "T301", "T311", "T312", "T401" })
{
    Overhead.Measure(id, profile, cases);
}

return 0;

void Child(string name, TrainerCommand command)
    => SuiteRun.Measure(name, () => ProcessTrainer.Start(command), profile, cases);
