using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>What a replay would change: a line per patient for a program, sentences for a person. Patients without a change are counted.</summary>
/// <param name="asOf">The moment of the assessment.</param>
/// <param name="rules">The rules asked for; empty: all.</param>
/// <param name="json">For a program.</param>
internal sealed class ReplayText(AsOf asOf, IReadOnlySet<string> rules, bool json)
{
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private int _patients;

    public async Task WriteAsync(string endpoint, PatientAssessment assessment)
    {
        _patients++;
        var changes = assessment.Changes.Where(change => IsAsked(change.Flag.Rule.Value)).ToList();
        foreach (var change in changes)
        {
            _kinds[Kind(change)] = _kinds.GetValueOrDefault(Kind(change)) + 1;
        }

        var patient = $"Patient/{assessment.History.Patient.Value}";
        if (json)
        {
            await Console.Out.WriteLineAsync(Line(endpoint, patient, changes, assessment));
            return;
        }

        foreach (var change in changes)
        {
            var flag = change.Flag;
            await Console.Out.WriteLineAsync($"{endpoint} {patient}: {Kind(change)} {flag.Code} ({flag.Rule}, {LineWords.Of(flag.Severity)}): {PlainText.Clean(flag.Text)}");
        }
    }

    public async Task EndAsync()
    {
        if (!json)
        {
            var changed = _kinds.Count == 0 ? "nothing would change" : string.Join(", ", _kinds.Select(static pair => $"{pair.Key} {pair.Value}"));
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{_patients} patient(s) as of {asOf.Literal}: {changed}. Nothing was written."));
        }
    }

    private string Line(string endpoint, string patient, List<FlagChange> changes, PatientAssessment assessment) => JsonSerializer.Serialize(new
    {
        endpoint,
        patient,
        asOf = asOf.Literal,
        changes = changes.Select(static change => new
        {
            change = Kind(change),
            code = change.Flag.Code,
            rule = change.Flag.Rule.Value,
            severity = LineWords.Of(change.Flag.Severity),
            state = LineWords.Of(change.Flag.State),
            effective = change.Flag.Effective.Literal,
            text = change.Flag.Text,
            evidence = change.Flag.Evidence.Select(static source => source.Key.Value).Distinct(StringComparer.Ordinal),
        }),
        undetermined = assessment.Undetermined.Where(rule => IsAsked(rule.Rule.Value)).Select(static rule => new { rule = rule.Rule.Value, reason = rule.Reason }),
    });

    private bool IsAsked(string rule) => rules.Count == 0 || rules.Contains(rule);

    /// <summary>"add", "change" or "close".</summary>
    private static string Kind(FlagChange change) => change switch
    {
        FlagChange.Raise => "add",
        FlagChange.Amend => "change",
        _ => "close",
    };
}
