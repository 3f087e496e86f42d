using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Statements that no invasive tumour was left, and the operation whose tissue each is about.</summary>
/// <param name="patient">Whose.</param>
/// <param name="operations">All with a date.</param>
/// <param name="nearDays">Days after an operation within which a statement is about it and not about one years later.</param>
internal sealed class ResidualStatements(PatientView patient, IReadOnlyList<Operation> operations, int nearDays)
{
    private readonly List<SpecimenFact> _specimens =
        [.. patient.Facts.OfType<SpecimenFact>().Where(static fact => fact.ReplacedAt is null && fact.Standing != FactStanding.Withdrawn)];

    /// <summary>When the first one became known that is about this operation; null: there is none.</summary>
    public DateTimeOffset? KnownFrom(Operation operation) => patient.NoResiduals
        .Where(said => MayBeOf(said, operation) && !IsDoubtful(said, operation)).Select(static said => (DateTimeOffset?)said.KnownFrom).Min();

    /// <summary>One may be about this operation or about another one of those days.</summary>
    public bool AnyDoubtful(Operation operation) => patient.NoResiduals.Any(said => MayBeOf(said, operation) && IsDoubtful(said, operation));

    /// <summary>It does not name the side of the operation, and another tumour or side was operated on as well.</summary>
    private bool IsDoubtful(NoResidual said, Operation operation) =>
        !(operation.Side is { } side && SideOf(said) == side)
        && operations.Any(other => !other.IsWhere(operation) && MayBeOf(said, other));

    private bool MayBeOf(NoResidual said, Operation operation) =>
        said.When is { } when && when.LatestExclusive > operation.When.Earliest && (when.Earliest - operation.When.Earliest).Days <= nearDays
        && !(SideOf(said) is { } side && operation.Side is { } operated && side != operated)
        && !(TumourOf(said) is { } tumour && operation.Surgery.Tumour is not TumourKind.None and var kind && tumour != kind);

    private BodySide? SideOf(NoResidual said) => Specimens(said).Select(static specimen => BodySides.Of(specimen.Site)).FirstOrDefault(static side => side is not null);

    private TumourKind? TumourOf(NoResidual said) => Specimens(said).Select(static specimen => specimen.SiteTumour)
        .Where(static kind => kind != TumourKind.None).Select(static kind => (TumourKind?)kind).FirstOrDefault();

    /// <summary>The tissue examined, and what it was cut from.</summary>
    private IEnumerable<SpecimenFact> Specimens(NoResidual said)
    {
        var next = said.Fact.Specimen;
        for (var depth = 0; depth < 8 && next is { } key && _specimens.Find(fact => fact.Specimen == key) is { } specimen; depth++)
        {
            yield return specimen;
            next = specimen.Parent;
        }
    }
}
