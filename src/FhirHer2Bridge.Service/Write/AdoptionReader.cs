using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>
/// Our flags about a patient this store does not know (a lost store, a second site of the bridge): adopted with their id and
/// key before anything is written, so that a lost store or secret doubles nothing (design section 5, Adoption).
/// </summary>
internal sealed class AdoptionReader(IFhirTransport transport)
{
    private readonly OwnFlagSearch _search = new(new FhirCalls(transport));

    /// <summary>The flags to adopt; the versions they rest on are not known, so the next assessment says them anew and writes only a difference.</summary>
    /// <exception cref="AdoptionException">They could not be looked for: write nothing for this patient.</exception>
    /// <exception cref="FhirUnreachableException">No usable answer: the same.</exception>
    public async Task<IReadOnlyList<FlagRecord>> ReadAsync(PatientKey patient, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _search.ByPatientAsync(patient.Value, cancellationToken);
            return
            [
                .. found
                    .Select(static one => one.Flag)
                    .Where(static flag => flag.Code is not null)
                    .DistinctBy(static flag => flag.Key, StringComparer.Ordinal)
                    .Select(Adopt),
            ];
        }
        catch (WriteRefusedException refused)
        {
            throw new AdoptionException(refused);
        }
    }

    private static FlagRecord Adopt(OwnFlag flag) => new()
    {
        Standing = new StandingFlag
        {
            Key = flag.Key,
            Code = flag.Code ?? string.Empty,
            State = flag.State,
            Evidence = flag.Evidence,
            Content = flag.Content,
            Dismissed = flag.ShowsAnotherHand,
        },
        OnServer = new ServerCopy(flag.Id, flag.Version, flag.ContentHash),
    };
}

/// <summary>Our flags on the server could not be looked for. "Could not look" is not "there are none".</summary>
internal sealed class AdoptionException(Exception inner)
    : Exception($"{WriteErrors.AdoptionUnread}: our flags on the server could not be looked for", inner);
