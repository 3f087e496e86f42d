using BenchmarkDotNet.Attributes;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;

namespace FhirHer2Bridge.Bench;

/// <summary>Bytes of one resource to its facts; figures are per resource.</summary>
public class ExtractBenchmarks
{
    private const int Batch = 1000;
    private static readonly ExtractOptions Options = new(Terms.Embedded, TimeZoneInfo.Utc);
    private readonly byte[][] _stories = [.. Enumerable.Range(0, Batch).Select(i => Samples.Stories[i % Samples.Stories.Length])];
    private readonly byte[][] _bystanders = [.. Enumerable.Range(0, Batch).Select(i => Samples.Bystanders[i % Samples.Bystanders.Length])];

    [Benchmark(OperationsPerInvoke = Batch)]
    public int Stories() => Extract(_stories);

    [Benchmark(OperationsPerInvoke = Batch)]
    public int Bystanders() => Extract(_bystanders);

    private static int Extract(byte[][] resources)
    {
        var facts = 0;
        foreach (var resource in resources)
        {
            facts += Extractor.Extract(resource, Options).Facts.Count;
        }

        return facts;
    }
}
