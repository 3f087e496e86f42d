using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// Folds results of one specimen together. Of two different results by the same method the one issued later stands (a re-read);
/// two that became known at the same moment contradict each other, and nobody picks one.
/// </summary>
internal static class ResultMerger
{
    public static MergedResults Merge(IEnumerable<JoinedResult> results)
    {
        var merge = new Fold();
        foreach (var result in results)
        {
            merge.Plasma |= result.Material == SpecimenKind.Plasma;
            if (result.Unsatisfactory)
            {
                merge.Notes.Add("specimen-unsatisfactory");
                continue;
            }

            merge.Add(result);
        }

        return new MergedResults(merge.Stated?.Value, merge.Findings(), merge.Conflict, merge.Plasma, merge.Notes)
        {
            StatedConflict = merge.StatedConflict,
        };
    }

    private sealed record Dated<T>(T Value, DateTimeOffset KnownFrom);

    private sealed class Fold
    {
        private Dated<int>? _score;
        private Dated<Her2Status>? _ihc;
        private Dated<bool>? _amplified;
        private Dated<Measure>? _ratio;
        private Dated<Measure>? _copies;
        private Dated<Measure>? _sequenced;

        public Dated<AssayResult.Stated>? Stated { get; private set; }

        public bool Conflict { get; private set; }

        public bool StatedConflict { get; private set; }

        public bool Plasma { get; set; }

        public SortedSet<string> Notes { get; } = new(StringComparer.Ordinal);

        public Findings Findings() => new()
        {
            Score = _score?.Value,
            IhcStated = _ihc?.Value,
            AmplifiedStated = _amplified?.Value,
            Ratio = _ratio?.Value,
            Copies = _copies?.Value,
            SequencedCopies = _sequenced?.Value,
        };

        public void Add(JoinedResult result)
        {
            switch (result.Fact.Result)
            {
                case AssayResult.Ihc ihc:
                    _score = Later(_score, ihc.Score, result.KnownFrom);
                    break;
                case AssayResult.Gene gene:
                    Add(gene, result);
                    break;
                case AssayResult.Stated stated:
                    Add(stated, result);
                    break;
                case AssayResult.Inconclusive inconclusive:
                    Notes.Add(inconclusive.Reason);
                    break;
            }
        }

        /// <summary>Words about one method stay with that method; only words about HER2 as a whole are the laboratory's conclusion.</summary>
        private void Add(AssayResult.Stated stated, JoinedResult result)
        {
            switch (result.Fact.Method)
            {
                case AssayMethod.Ihc:
                    _ihc = Later(_ihc, stated.Status, result.KnownFrom);
                    break;
                case AssayMethod.Ish or AssayMethod.Ngs when stated.Status.IsDeterminate():
                    _amplified = Later(_amplified, stated.Status == Her2Status.Positive, result.KnownFrom);
                    break;
                case AssayMethod.Ish or AssayMethod.Ngs:
                    Notes.Add("gene-result-not-decisive");
                    break;
                default:
                    StatedConflict |= Stated is { } other && other.KnownFrom == result.KnownFrom && other.Value.Status != stated.Status;
                    Stated = Later(Stated, stated, result.KnownFrom);
                    break;
            }
        }

        private void Add(AssayResult.Gene gene, JoinedResult result)
        {
            if (gene.Amplified is { } amplified)
            {
                _amplified = Later(_amplified, amplified, result.KnownFrom);
            }

            if (gene.Ratio is { } ratio)
            {
                _ratio = Later(_ratio, ratio, result.KnownFrom);
            }

            if (gene.Copies is { } copies && result.Fact.Method == AssayMethod.Ngs)
            {
                _sequenced = Later(_sequenced, copies, result.KnownFrom);
            }
            else if (gene.Copies is { } counted)
            {
                _copies = Later(_copies, counted, result.KnownFrom);
            }
        }

        private Dated<T> Later<T>(Dated<T>? earlier, T value, DateTimeOffset knownFrom)
        {
            if (earlier is not null && !EqualityComparer<T>.Default.Equals(earlier.Value, value))
            {
                Conflict |= earlier.KnownFrom == knownFrom;
                Notes.Add(earlier.KnownFrom == knownFrom ? "conflicting-results" : "re-read");
            }

            return new Dated<T>(value, knownFrom);
        }
    }
}

/// <summary>A specimen's results as one set of findings.</summary>
internal sealed record MergedResults(
    AssayResult.Stated? Stated, Findings Findings, bool Conflict, bool Plasma, IReadOnlyCollection<string> Notes)
{
    /// <summary>Two conclusions of the laboratory contradict each other.</summary>
    public bool StatedConflict { get; init; }
}
