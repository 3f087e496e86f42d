using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Output;

namespace FhirHer2Bridge.Service.Run;

/// <summary>A closed set of resources to one line per patient: the same engine as behind a server, without memory.</summary>
internal static class DatasetAssessment
{
    /// <summary>
    /// Patients with at least one fact or problem, in order of their ids; then one line for what names no patient that is known.
    /// </summary>
    public static IEnumerable<string> Lines(Dataset dataset, AssessmentPolicy policy, AsOf asOf)
    {
        var resources = dataset.Resources.Where(static resource => !resource.IsOwn).ToList();
        var directory = new PatientDirectory(resources);
        var products = resources.SelectMany(static resource => resource.Facts).OfType<ProductFact>().ToList();
        var lost = new List<Gap>();
        var patients = new SortedDictionary<string, List<Extraction>>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            if (directory.Find(resource.Subject) is { } patient)
            {
                (patients.TryGetValue(patient, out var list) ? list : patients[patient] = []).Add(resource);
            }
            else if (resource.ResourceType is not "Medication")
            {
                lost.AddRange(resource.Issues.Select(IssueGaps.ToGap));
            }
        }

        foreach (var (id, own) in patients)
        {
            List<Fact> facts = [.. own.SelectMany(static resource => resource.Facts), .. products];
            var assessment = Her2Engine.Assess(
                new PatientKey(id), facts, [], policy.Rules, new RuleContext(asOf.Instant, Completeness.Whole, policy.Thresholds));
            yield return AssessmentLine.Write(
                assessment.WithIssues(own.SelectMany(static resource => resource.Issues).Select(IssueGaps.ToGap)), asOf.Literal);
        }

        lost.AddRange(dataset.Unreadable.Select(IssueGaps.ToGap));
        if (lost.Count > 0)
        {
            yield return AssessmentLine.WithoutPatient(lost, asOf.Literal);
        }
    }

    /// <summary>Whom an identifier means, and who was merged into whom, within the set.</summary>
    private sealed class PatientDirectory
    {
        private readonly Dictionary<(string? System, string Value), HashSet<string>> _byIdentifier = [];
        private readonly Dictionary<string, string> _replacedBy = new(StringComparer.Ordinal);

        public PatientDirectory(IEnumerable<Extraction> resources)
        {
            foreach (var patient in resources.Where(static resource => resource.ResourceType is "Patient"))
            {
                foreach (var identifier in patient.PatientIdentifiers)
                {
                    if (!_byIdentifier.TryGetValue((identifier.System, identifier.Value), out var ids))
                    {
                        _byIdentifier[(identifier.System, identifier.Value)] = ids = new(StringComparer.Ordinal);
                    }

                    ids.Add(patient.Id);
                }

                if (patient.ReplacedBy is { } survivor)
                {
                    _replacedBy[patient.Id] = survivor;
                }
            }
        }

        public string? Find(Subject subject)
        {
            var id = subject.PatientId
                ?? (subject.IdentifierValue is { } value && _byIdentifier.TryGetValue((subject.IdentifierSystem, value), out var ids) && ids.Count == 1
                    ? ids.Single()
                    : null);
            for (var step = 0; id is not null && step < _replacedBy.Count && _replacedBy.TryGetValue(id, out var survivor); step++)
            {
                id = survivor;
            }

            return id;
        }
    }
}
