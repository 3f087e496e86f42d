using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>Numbers under HER2 codes. A number is read only where the code says what was counted, in a unit that fits.</summary>
internal static class NumberValue
{
    private static readonly HashSet<string> RatioUnits = new(["1", "{ratio}", "ratio"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> CopyUnits = new(
        [
            "1", "{copies}", "{copy}", "copies", "{copies}/nucleus", "{copies}/{nucleus}", "copies/nucleus", "/{nucleus}",
            "{signals}/{nucleus}", "signals/nucleus", "{#}", "{#}/{nucleus}",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> CellUnits = new(["1", "{cells}", "{cell}", "cells", "{#}", "{nuclei}"], StringComparer.OrdinalIgnoreCase);

    public static ValueOutcome Read(ResultValueReader value, QuantityView? quantity, string member)
    {
        if (value.Term.Method == AssayMethod.Serum)
        {
            return value.Say(AssayMethod.Serum, new AssayResult.Inconclusive("serum-quantity"), value.At(member));
        }

        var isRatioOfProbes = member is "valueRatio" && value.Term is { Method: AssayMethod.Ish, Reader: ValueReader.GenePresence };
        if (!value.IsNumeric && !isRatioOfProbes)
        {
            return value.Unusable(IssueCodes.ValueMisplaced, member);
        }

        var reader = isRatioOfProbes ? ValueReader.GeneRatio : value.Term.Reader;
        if (quantity is null || IsImpossible(quantity))
        {
            return value.Unusable(IssueCodes.NumberUnusable, member);
        }

        return HasUnit(quantity.Unit, reader)
            ? value.Say(value.Term.Method, Result(MeasureReader.Of(quantity), reader), value.At(member))
            : value.Unusable(IssueCodes.UnitUnknown, member);
    }

    public static ValueOutcome ReadInteger(ResultValueReader value, decimal? integer, string member) => integer switch
    {
        0 or 1 or 2 or 3 when value.Term is { Method: AssayMethod.Ihc, Reader: ValueReader.IhcScore } =>
            value.Say(AssayMethod.Ihc, new AssayResult.Ihc((int)integer.Value), value.At(member)),
        >= 0 and <= 1_000_000 => Read(value, new QuantityView(integer.Value, null, null), member),
        _ => value.Unusable(IssueCodes.NumberUnusable, member),
    };

    /// <summary>A count under the code that says what was counted.</summary>
    public static AssayResult Result(Measure measure, ValueReader reader) => reader switch
    {
        ValueReader.GeneCopies => new AssayResult.Gene(null, Copies: measure),
        ValueReader.Cep17Copies => new AssayResult.Gene(null, Cep17: measure),
        ValueReader.CellsCounted => new AssayResult.Gene(null, Cells: measure),
        _ => new AssayResult.Gene(null, Ratio: measure),
    };

    /// <summary>A cell without any copy of a gene, or of a chromosome, is no cell that was counted: zero is a blank filled in.</summary>
    public static bool IsImpossible(QuantityView quantity) => quantity is { Value: 0, Comparator: not ">" };

    public static bool IsCopyUnit(string? unit) => unit is null || CopyUnits.Contains(unit);

    private static bool HasUnit(string? unit, ValueReader reader) => reader switch
    {
        ValueReader.GeneRatio => unit is null || RatioUnits.Contains(unit),
        ValueReader.CellsCounted => unit is null || CellUnits.Contains(unit),
        _ => IsCopyUnit(unit),
    };
}
