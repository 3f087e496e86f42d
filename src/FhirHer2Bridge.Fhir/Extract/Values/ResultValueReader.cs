using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>
/// Reads the value of one HER2 element: the Observation itself, or one component of it. What cannot be read leaves an issue and
/// a gap; it never becomes "negative" and never "nothing".
/// </summary>
internal sealed class ResultValueReader(Reading reading, JsonElement element, string path, TestTerm term)
{
    private static readonly string[] Kinds =
    [
        "CodeableConcept", "String", "Quantity", "Ratio", "Integer", "Range", "Boolean",
        "SampledData", "Time", "DateTime", "Period", "Attachment",
    ];

    private readonly List<Said> _said = [];

    public Reading Reading => reading;

    public Terms Terms => reading.Terms;

    public TestTerm Term => term;

    public bool IsGene => term.Method is AssayMethod.Ish or AssayMethod.Ngs;

    public bool IsNumeric => term.Reader is ValueReader.GeneRatio or ValueReader.GeneCopies
        or ValueReader.Cep17Copies or ValueReader.CellsCounted;

    /// <summary>What was said; meaningful after <see cref="Read"/>.</summary>
    public IReadOnlyList<Said> Said => _said;

    public ValueOutcome Read()
    {
        var kinds = Kinds.Where(kind => element.Has("value" + kind)).ToList();
        var isAbsent = element.Has("dataAbsentReason");
        if (kinds.Count > 1 || (kinds.Count == 1 && isAbsent))
        {
            return Unusable(IssueCodes.SeveralValues, "value");
        }

        if (isAbsent)
        {
            return AbsentReasonReader.Read(this, CodingReader.Concept(element, "dataAbsentReason"), At("dataAbsentReason"));
        }

        if (term.Reader == ValueReader.NumberOnly && term.Method != AssayMethod.Serum)
        {
            // Read by nobody as a status: percent stained, protein without a clinical cut-off (domain 1a).
            return ValueOutcome.NotDone;
        }

        var outcome = kinds.Count == 0 ? ValueOutcome.Empty : Value(kinds[0]);
        var isNumber = kinds.Count == 0 || kinds[0] is "Quantity" or "Ratio" or "Integer" or "Range";
        return InterpretationReader.Read(this, element, isNumber, outcome);
    }

    public ValueOutcome Say(AssayMethod method, AssayResult result, string at, string? quote = null)
    {
        _said.Add(new Said(method, result, at, quote is null ? null : Quotation.Of(quote)));
        return ValueOutcome.Read;
    }

    /// <summary>The laboratory does not stand by what the value says: there was a test, and it has no result.</summary>
    public ValueOutcome Withhold(string at)
    {
        _said.Clear();
        return Say(term.Method, new AssayResult.Stated(Her2Status.Indeterminate), at);
    }

    /// <summary>A second member says the opposite of what was read: the first stands, and the contradiction stands beside it (rule 18).</summary>
    public ValueOutcome Contradict(string member)
    {
        reading.Issue(IssueCodes.InterpretationOpposed, At(member));
        return Say(term.Method, new AssayResult.Inconclusive("contradictory-coding"), At(member));
    }

    /// <summary>Something stands there and cannot be used.</summary>
    public ValueOutcome Unusable(IssueCode issue, string member, IssueCode? gap = null)
    {
        reading.Issue(issue, At(member));
        reading.Gap(gap ?? GapCodes.ValueNotRead, At(member), hidesTest: term.Method != AssayMethod.Serum);
        return ValueOutcome.Unusable;
    }

    public ValueOutcome Gap(IssueCode gap, string at, bool hidesTest)
    {
        reading.Gap(gap, at, hidesTest && term.Method != AssayMethod.Serum);
        return ValueOutcome.Unusable;
    }

    public string At(string member) => path + member;

    private ValueOutcome Value(string kind)
    {
        var member = "value" + kind;
        return kind switch
        {
            "CodeableConcept" => new ConceptValue(this, CodingReader.Concept(element, member), member).Read(),
            "String" when element.Text(member) is { } text => TextValue.Read(this, text, member),
            "Quantity" => NumberValue.Read(this, QuantityReader.Quantity(element.Member(member)), member),
            "Ratio" => NumberValue.Read(this, QuantityReader.Ratio(element.Member(member)), member),
            "Range" => NumberValue.Read(this, QuantityReader.Range(element.Member(member)), member),
            "Integer" => NumberValue.ReadInteger(this, element.Number(member), member),
            "Boolean" when IsGene && element.Flag(member) is { } amplified =>
                Say(term.Method, new AssayResult.Gene(amplified), At(member)),
            _ => Unusable(IssueCodes.ValueMisplaced, member),
        };
    }
}
