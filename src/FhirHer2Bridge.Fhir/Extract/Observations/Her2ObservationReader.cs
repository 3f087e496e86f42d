using System.Text.Json;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>
/// An Observation that is a HER2 result, holds one in a component, or only speaks of HER2. Every element that says something
/// is a fact of its own; joining them is the history's work.
/// </summary>
internal sealed class Her2ObservationReader(Reading reading, StatusUse use)
{
    private readonly Lazy<AssayContext> _context = new(() => new AssayContext(reading));

    public void Read(ConceptView code, TestTerm? term)
    {
        var own = term is not null && TestRecogniser.IsHer2(term) ? term : null;
        reading.InScope |= own is not null;
        if (own is not null && TestRecogniser.NamesOnlyAnotherMarker(code, own, reading.Terms))
        {
            reading.Issue(IssueCodes.OtherMarker, "code");
            reading.Gap(GapCodes.OtherMarkerGap, "code");
            return;
        }

        if (own is not null && new GeneReader(reading).OfAnotherGene() is { } other)
        {
            reading.Issue(IssueCodes.OtherMarker, other);
            reading.Gap(GapCodes.OtherMarkerGap, other, hidesTest: true);
            return;
        }

        if (TestRecogniser.IsOnlyNamed(code, reading.Terms))
        {
            OnlyNamed("code");
            return;
        }

        NoticeByWords(code, own, "code");
        if (use == StatusUse.Unclear)
        {
            ReadUnclear(own);
            return;
        }

        var outcome = own is null ? new MentionReader(reading, AddSaid).Read(reading.Root, string.Empty) : Value(reading.Root, string.Empty, own);
        var components = Components(own).ToList();
        if (own is not null && outcome == ValueOutcome.Empty)
        {
            ReadEmpty(own, components);
        }

        new NarrativeReader(reading, AddSaid).Read(own is not null || components.Exists(static one => one == ValueOutcome.Read));
    }

    private void ReadUnclear(TestTerm? own)
    {
        var holds = own is not null || reading.Root.Items("component").Any(component => Her2Of(component, null) is not null);
        if (holds)
        {
            reading.InScope = true;
            reading.Gap(GapCodes.Pending, "status", hidesTest: own?.Method is not Core.Facts.AssayMethod.Serum && !StatusReader.IsRegistered(reading));
            return;
        }

        new NarrativeReader(reading, add: null).Read(false);
    }

    private IEnumerable<ValueOutcome> Components(TestTerm? own)
    {
        var index = 0;
        foreach (var component in reading.Root.Items("component"))
        {
            yield return Component(component, $"component[{index++}].", own);
        }
    }

    private ValueOutcome Component(JsonElement component, string path, TestTerm? own)
    {
        var code = CodingReader.Concept(component, "code");
        if (TestRecogniser.IsOnlyNamed(code, reading.Terms))
        {
            OnlyNamed(path + "code");
            return ValueOutcome.Unusable;
        }

        if (Her2Of(component, own) is not { } term)
        {
            new GeneReader(reading).Notice(component, code, path, own is not null);
            return new MentionReader(reading, AddSaid).Read(component, path);
        }

        reading.InScope = true;
        if (TestRecogniser.NamesOnlyAnotherMarker(code, term, reading.Terms))
        {
            reading.Issue(IssueCodes.OtherMarker, path + "code");
            reading.Gap(GapCodes.OtherMarkerGap, path + "code");
            return ValueOutcome.Unusable;
        }

        NoticeByWords(code, term, path + "code");
        var outcome = Value(component, path, term);
        if (outcome == ValueOutcome.Empty && term.Kind == TestKind.Her2Result)
        {
            reading.Gap(GapCodes.ResultWithoutValue, path + "value", hidesTest: true);
            return ValueOutcome.Unusable;
        }

        return outcome;
    }

    /// <summary>Its value is not read: "negative" would be said of a mutation or a control.</summary>
    private void OnlyNamed(string path)
    {
        reading.InScope = true;
        reading.Issue(IssueCodes.CodeUnknown, path);
        reading.Gap(GapCodes.NoStatusTest, path, hidesTest: true);
    }

    private void NoticeByWords(ConceptView code, TestTerm? term, string path)
    {
        if (term is not null && TestRecogniser.ByCode(code, reading.Terms) is null)
        {
            reading.Issue(IssueCodes.CodeReadByWords, path);
        }
    }

    private TestTerm? Her2Of(JsonElement component, TestTerm? own)
    {
        var code = CodingReader.Concept(component, "code");
        var term = TestRecogniser.Recognise(code, reading.Terms)
            ?? (own is null ? null : TestRecogniser.RecogniseWithin(code, reading.Terms));
        return term is not null && TestRecogniser.IsHer2(term) ? term : null;
    }

    private ValueOutcome Value(JsonElement element, string path, TestTerm term)
    {
        var value = new ResultValueReader(reading, element, path, term);
        var outcome = value.Read();
        AddSaid(value.Said);
        return outcome;
    }

    private void AddSaid(IReadOnlyList<Said> said)
    {
        foreach (var one in said)
        {
            _context.Value.Add(one);
        }
    }

    /// <summary>No value of its own: a container if others carry the values, else a gap, never a negative.</summary>
    private void ReadEmpty(TestTerm own, List<ValueOutcome> components)
    {
        var isContainer = reading.Root.Items("hasMember").Any()
            || components.Exists(static one => one is ValueOutcome.Read or ValueOutcome.Unusable);
        if (isContainer || own.Kind == TestKind.Her2Support)
        {
            return;
        }

        var gap = use == StatusUse.Preliminary ? GapCodes.Pending : GapCodes.ResultWithoutValue;
        reading.Gap(gap, "value", hidesTest: own.Method is not Core.Facts.AssayMethod.Serum);
    }
}
