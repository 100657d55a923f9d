using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Documents;

/// <summary>docs/how-to/many-machines: the commands of the page and of its ready files give the bytes of one run.</summary>
public sealed class ManyMachinesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-many-").FullName;
    private readonly string _commands = Directory.CreateTempSubdirectory("grpo-commands-").FullName;

    public ManyMachinesTests() => Programs.Install(_commands);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_commands, recursive: true);
    }

    private static string[] Lines(string name) => File.ReadAllLines(Repository.PathOf("docs/how-to/many-machines" + name));

    private void Shell(string script) => Programs.Succeed(_folder, _commands, "bash", "-e", "-o", "pipefail", "-c", script);

    private byte[] Result() => File.ReadAllBytes(Path.Combine(_folder, "map.csv"));

    private byte[] Alone(string sweep)
    {
        Shell($"grpo-verified {sweep} --format csv");
        var bytes = Result();
        File.Delete(Path.Combine(_folder, "map.csv"));
        return bytes;
    }

    [ToolFact("bash")]
    public void The_first_commands_of_the_page_give_the_bytes_of_one_run()
    {
        var block = Lines(".md").SkipWhile(l => l is not "```sh").Skip(1).TakeWhile(l => l is not "```").ToList();
        Assert.Equal(3, block.Count);
        var one = Alone(block[0]["grpo-verified ".Length..].Replace(" --shard 1/2", string.Empty, StringComparison.Ordinal));
        Shell(string.Join('\n', block));
        Assert.Equal(one, Result());
    }

    [ToolFact("bash")]
    public void The_commands_of_the_workflow_give_the_bytes_of_one_run()
    {
        var lines = Lines(".yml");
        var sweep = lines.Single(l => l.StartsWith("  SWEEP: ", StringComparison.Ordinal))["  SWEEP: ".Length..];
        var one = Alone(sweep);
        var commands = lines.Where(l => l.TrimStart().StartsWith("- run: dotnet tool/grpo-verified.dll ", StringComparison.Ordinal)).Select(l => "grpo-verified " + l.Split("grpo-verified.dll ")[1].Replace("$SWEEP", sweep, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, commands.Count);
        foreach (var part in Enumerable.Range(1, 4))
        {
            Shell(commands[0].Replace("${{ matrix.part }}", $"{part}", StringComparison.Ordinal));
        }

        Shell(commands[1]);
        Assert.Equal(one, Result());
    }

    [ToolFact("bash")]
    public void The_file_for_Slurm_does_the_part_of_its_task()
    {
        var one = Alone("phase-map --p-ref 1/10,1/2 --beta 1:2:3 --out map.csv");
        foreach (var task in Enumerable.Range(1, 3))
        {
            Shell($"SLURM_ARRAY_TASK_ID={task} SLURM_ARRAY_TASK_COUNT=3 bash '{Repository.PathOf("docs/how-to/many-machines.sbatch")}' phase-map --p-ref 1/10,1/2 --beta 1:2:3 --out map.csv");
        }

        Shell("grpo-verified merge map.csv.shard-*-of-3 --out map.csv --format csv");
        Assert.Equal(one, Result());
    }
}
