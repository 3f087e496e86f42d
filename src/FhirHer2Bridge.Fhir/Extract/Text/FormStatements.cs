using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>Puts the words together: a status belongs to the method named before it, else to the text as a whole.</summary>
internal sealed class FormStatements
{
    private readonly List<TextStatement> _statements = [];
    private AssayMethod? _method;
    private string _before = string.Empty;
    private bool _namesHer2;
    private bool _notDone;
    private bool _pending;
    private bool _awaited;

    public bool Take(string word, ReadOnlySpan<char> written)
    {
        var taken = word switch
        {
            "gap" or "none" => true,
            "name" => _namesHer2 = true,
            "awaited" => _awaited = true,
            "undone" => _notDone = true,
            "pending" => _pending = true,
            "ihc" => Turn(AssayMethod.Ihc),
            "ish" => Turn(AssayMethod.Ish),
            "ngs" => Turn(AssayMethod.Ngs),
            "digit" => _before is "ihc" && Score(written),
            "score" => Score(written),
            "plus" => Say(AssayMethod.Ihc, new AssayResult.Ihc(written.Length)),
            "minus" => _before is "name" or "ihc" or "ish" && Call(Her2Status.Negative),
            "amp" => Gene(true),
            "unamp" => Gene(false),
            "over" => Say(AssayMethod.Ihc, new AssayResult.Stated(Her2Status.Positive)),
            "unover" => Say(AssayMethod.Ihc, new AssayResult.Stated(Her2Status.Negative)),
            _ => Status(word),
        };
        _before = word is "gap" ? _before : word;
        return taken;
    }

    public TextReading? ToReading()
    {
        var isNothing = _statements.Count == 0 && !_namesHer2 && !_notDone && !_pending;
        var disagrees = _statements.Exists(one => _statements.Exists(other => Contradict(one, other)));
        var both = _statements.Count > 0 && (_notDone || _pending);
        return isNothing || disagrees || both
            ? null
            : new TextReading([.. _statements.Distinct()]) { NamesHer2 = _namesHer2, NotDone = _notDone, Pending = _pending, Awaits = _awaited };
    }

    private bool Status(string word) => word switch
    {
        "pos" => Call(Her2Status.Positive),
        "neg" => Call(Her2Status.Negative),
        "equ" => Call(Her2Status.Equivocal),
        "ind" => Call(Her2Status.Indeterminate),
        "weak" => Say(_method, new AssayResult.Inconclusive("weakly-positive")),
        "low" => _before is "name" && Say(_method, new AssayResult.Stated(Her2Status.Negative, Her2Category.Low)),
        "ultra" => _before is "name" && Say(_method, new AssayResult.Stated(Her2Status.Negative, Her2Category.Ultralow)),
        _ => false,
    };

    private bool Turn(AssayMethod method)
    {
        _method = method;
        return true;
    }

    private bool Score(ReadOnlySpan<char> written) =>
        _method is not (AssayMethod.Ish or AssayMethod.Ngs)
        && Say(AssayMethod.Ihc, new AssayResult.Ihc(written[written.IndexOfAnyInRange('0', '3')] - '0'));

    private bool Gene(bool amplified) =>
        Say(_method is AssayMethod.Ngs ? AssayMethod.Ngs : AssayMethod.Ish, new AssayResult.Gene(amplified));

    /// <summary>A status word: of a gene test it is the gene call.</summary>
    private bool Call(Her2Status status) => _method is AssayMethod.Ish or AssayMethod.Ngs && status.IsDeterminate()
        ? Say(_method, new AssayResult.Gene(status == Her2Status.Positive))
        : Say(_method, new AssayResult.Stated(status));

    private bool Say(AssayMethod? method, AssayResult result)
    {
        _statements.Add(new TextStatement(method, result));
        return true;
    }

    private static bool Contradict(TextStatement one, TextStatement other) => (one.Result, other.Result) switch
    {
        (AssayResult.Stated a, AssayResult.Stated b) => a.Status != b.Status && one.Method == other.Method,
        (AssayResult.Ihc a, AssayResult.Ihc b) => a.Score != b.Score,
        (AssayResult.Gene a, AssayResult.Gene b) => a.Amplified != b.Amplified,
        (AssayResult.Inconclusive, not AssayResult.Inconclusive) => true,
        _ => false,
    };
}
