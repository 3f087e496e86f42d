using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// One line for each tumour type. With one tumour everything belongs to it; with several, only what names its condition or
/// comes from its organ (reference 4e, "several primaries").
/// </summary>
internal sealed class TumourSplitter
{
    private readonly FactIndex _index;
    private readonly List<TumourFact> _conditions;
    private readonly List<TumourKind> _kinds;

    public TumourSplitter(FactIndex index, IEnumerable<JoinedResult> results)
    {
        _index = index;
        _conditions = [.. index.Used<TumourFact>().Where(static fact => fact.Kind != TumourKind.None)];
        _kinds = [.. _conditions.Select(static fact => fact.Kind)
            .Concat(results.Select(static result => result.Tumour))
            .Where(static kind => kind != TumourKind.None)
            .Distinct()
            .Order()];
        if (_kinds.Count == 0)
        {
            _kinds.Add(TumourKind.None);
        }
    }

    /// <summary>The tumour a result is read for: its own, else the only one there is.</summary>
    public TumourKind KindFor(TumourKind said) =>
        said != TumourKind.None ? said : _kinds.Count == 1 ? _kinds[0] : TumourKind.None;

    public IEnumerable<TumourLine> Lines(
        IReadOnlyList<ReadAssessment> assessments, IReadOnlyList<(Dose Dose, TherapyFact Fact)> doses)
    {
        var assigned = doses.Select(dose => (dose.Dose, Kind: KindFor(KindOf(dose.Fact)))).ToList();
        foreach (var kind in _kinds)
        {
            var conditions = _conditions.Where(fact => fact.Kind == kind).Select(static fact => fact.Condition).Distinct().ToList();
            yield return new TumourLine
            {
                Kind = kind,
                Condition = conditions.Count == 1 ? conditions[0] : null,
                Setting = Setting(),
                Assessments = [.. assessments.Where(a => a.Assessment.Tumour == kind)],
                Doses = [.. assigned.Where(dose => dose.Kind == kind).Select(static dose => dose.Dose)],
                DosesUnassigned = assigned.Exists(dose => dose.Kind == TumourKind.None && kind != TumourKind.None),
            };
        }
    }

    public bool IsUnassigned(ReadAssessment assessment) =>
        !_kinds.Contains(assessment.Assessment.Tumour);

    private TumourKind KindOf(TherapyFact fact) =>
        fact.Conditions.Select(_index.Tumour).Select(static t => t?.Kind ?? TumourKind.None)
            .FirstOrDefault(static kind => kind != TumourKind.None);

    /// <summary>Reference 5, row "Setting": any statement of distant spread, else M0, else unknown.</summary>
    private TumourSetting Setting()
    {
        var spread = _index.Used<SpreadFact>().ToList();
        return spread.Exists(static fact => fact.Metastatic) ? TumourSetting.Metastatic
            : spread.Count > 0 ? TumourSetting.Curative
            : TumourSetting.Unknown;
    }
}
