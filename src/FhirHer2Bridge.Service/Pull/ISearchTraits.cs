namespace FhirHer2Bridge.Service.Pull;

/// <summary>What was learnt about how this server is searched; the owner may keep it beyond the process.</summary>
internal interface ISearchTraits
{
    /// <summary>POST {type}/_search is not offered here.</summary>
    bool SearchByGet { get; }

    /// <summary>A search in the URL worked where the POST was refused.</summary>
    ValueTask LearnSearchByGetAsync(CancellationToken cancellationToken);
}
