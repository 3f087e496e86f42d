using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Run;

/// <summary>How the server is searched, learnt anew by each process.</summary>
internal sealed class SearchTraits : ISearchTraits
{
    public bool SearchByGet { get; private set; }

    public ValueTask LearnSearchByGetAsync(CancellationToken cancellationToken)
    {
        SearchByGet = true;
        return ValueTask.CompletedTask;
    }
}
