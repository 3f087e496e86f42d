namespace FhirHer2Bridge.Core.Facts;

/// <summary>What one element says. The nested leaves are all there are.</summary>
public abstract record AssayResult
{
    private AssayResult()
    {
    }

    /// <summary>IHC score 0, 1, 2 or 3 ("2+").</summary>
    public sealed record Ihc(int Score) : AssayResult;

    /// <summary>
    /// Gene copy result: the laboratory's own call, and what it counted. Absent members were not reported.
    /// Ratio is HER2/CEP17; copies are the average per nucleus (ISH) or the assay's copy number (NGS); cells are those counted.
    /// </summary>
    public sealed record Gene(
        bool? Amplified, Measure? Ratio = null, Measure? Copies = null, Measure? Cep17 = null, Measure? Cells = null) : AssayResult
    {
        /// <summary>It says something of HER2 itself: CEP17 and cells counted are only its measure.</summary>
        public bool IsAboutHer2 => Amplified is not null || Ratio is not null || Copies is not null || (Cep17 is null && Cells is null);
    }

    /// <summary>A status the laboratory states in words or by code. <see cref="AssayFact.Method"/> says about what.</summary>
    public sealed record Stated(Her2Status Status, Her2Category? Category = null) : AssayResult;

    /// <summary>Tested without a usable result (specimen unsatisfactory, quality failure, weakly positive …), with the reason as a code.</summary>
    public sealed record Inconclusive(string Reason) : AssayResult;
}

/// <summary>How a written number bounds the true one.</summary>
public enum MeasureBound
{
    Exact,
    LessThan,
    AtMost,
    AtLeast,
    GreaterThan,
}

/// <summary>A number as reported: exact, or a bound ("greater than 2.2"). Keeps the written digits.</summary>
public sealed record Measure(decimal Value, MeasureBound Bound = MeasureBound.Exact)
{
    /// <summary>Is the true number at or above <paramref name="cutOff"/>? Null where the bound does not tell.</summary>
    public bool? IsAtLeast(decimal cutOff) => Bound switch
    {
        MeasureBound.Exact => Value >= cutOff,
        MeasureBound.AtLeast => Value >= cutOff ? true : null,
        MeasureBound.GreaterThan => Value >= cutOff ? true : null,
        MeasureBound.LessThan => Value <= cutOff ? false : null,
        MeasureBound.AtMost => Value < cutOff ? false : null,
        _ => null,
    };

    /// <summary>Is the true number above <paramref name="cutOff"/>? Null where the bound does not tell.</summary>
    public bool? IsAbove(decimal cutOff) => Bound switch
    {
        MeasureBound.Exact => Value > cutOff,
        MeasureBound.AtLeast => Value > cutOff ? true : null,
        MeasureBound.GreaterThan => Value >= cutOff ? true : null,
        MeasureBound.LessThan => Value <= cutOff ? false : null,
        MeasureBound.AtMost => Value <= cutOff ? false : null,
        _ => null,
    };

    /// <summary>The same number written with fewer decimals ("2.4" of 2.39). A whole number says too little to tell.</summary>
    public bool IsRoundingOf(Measure finer) =>
        Bound == MeasureBound.Exact && finer.Bound == MeasureBound.Exact
        && Value.Scale is > 0 and var decimals && decimals < finer.Value.Scale
        && decimal.Round(finer.Value, decimals, MidpointRounding.AwayFromZero) == Value;

    /// <summary>Could this bound have been written of that exact number ("greater than 2.2" of 3.1)?</summary>
    public bool Allows(Measure exact) => exact.Bound == MeasureBound.Exact && Bound switch
    {
        MeasureBound.LessThan => exact.Value < Value,
        MeasureBound.AtMost => exact.Value <= Value,
        MeasureBound.AtLeast => exact.Value >= Value,
        MeasureBound.GreaterThan => exact.Value > Value,
        _ => exact.Value == Value,
    };
}
