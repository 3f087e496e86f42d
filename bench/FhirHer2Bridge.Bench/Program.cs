using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FhirHer2Bridge.Bench;

if (args is ["cycle", ..])
{
    return await CycleBench.RunAsync(args[1..]);
}

if (args is ["text"])
{
    return TextBench.Run();
}

if (args is ["fuzz", var count, var seed])
{
    return TextBench.Fuzz(int.Parse(count, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
}

// In process: no second project is generated, restored and built for each benchmark.
var config = DefaultConfig.Instance
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(12));
BenchmarkSwitcher.FromAssembly(typeof(CycleBench).Assembly).Run(args, config);
return 0;
