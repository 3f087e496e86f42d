namespace FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

/// <summary>What a phrase of the lexicon, a number or a sign means to the grammar.</summary>
internal enum Cue
{
    /// <summary>A word the lexicon does not know.</summary>
    Unknown,

    // What the result is about.
    Her2,

    /// <summary>Oestrogen, progesterone and HER2 receptors negative, in one word.</summary>
    TripleNegative,

    /// <summary>All three positive.</summary>
    TriplePositive,

    /// <summary>Another marker than HER2.</summary>
    Marker,

    /// <summary>The probe against the centromere of chromosome 17.</summary>
    Cep17,

    // How it was found.
    Ihc,

    /// <summary>A stain that is both a name of HER2 and its method (HercepTest).</summary>
    Her2Stain,
    Ish,
    Ngs,
    Plasma,

    // What was found; the order is that of Piece.IsFinding: from positive to mutation.
    Positive,
    Negative,
    Equivocal,
    Indeterminate,
    Low,
    Ultralow,

    /// <summary>The gene is amplified.</summary>
    Amplified,

    /// <summary>The gene is said not to be amplified in one word ("unamplified").</summary>
    Unamplified,

    /// <summary>Amplification, as a noun: said to be there unless it is denied.</summary>
    Amplification,
    Overexpression,

    /// <summary>Expression, as a noun: says nothing unless it is denied.</summary>
    Expression,

    /// <summary>The tumour expresses, as a verb: positive unless it is denied.</summary>
    Expresses,

    /// <summary>Assessed, test, requested for: names an examination, not what it found.</summary>
    TestWord,

    /// <summary>Staining, protein: the method is immunohistochemistry where no other is named.</summary>
    ProteinWord,
    Mutation,

    /// <summary>Found, present, seen.</summary>
    Detected,

    /// <summary>Absent, lost, not to be seen: denies the noun beside it.</summary>
    Absent,
    Negation,

    /// <summary>No invasive tumour was left; not about HER2.</summary>
    NoResidual,

    // Numbers.
    ScoreWord,
    RatioWord,
    SignalsWord,
    CopiesWord,

    // What makes a mention no result of this patient.
    Pending,
    Planned,
    NotDone,

    /// <summary>If, should, in case of: what follows is not said to be so.</summary>
    Condition,

    /// <summary>Possible, suspected, may be: what stands just behind is not said to be so.</summary>
    Doubt,

    /// <summary>Defined as, criteria: the sentence states a rule.</summary>
    Definition,

    /// <summary>Eligible, qualifies: a rule, but for what a patient is said to be fit for behind a comma.</summary>
    Eligible,

    /// <summary>Patients, cases, tumours: the sentence counts a group.</summary>
    Group,

    /// <summary>Tumours, carcinomas, samples: a group where it follows the finding, several lesions of one patient before it.</summary>
    Plural,

    /// <summary>Rate, prevalence, per cent of patients.</summary>
    Statistic,

    /// <summary>Studies, guidelines, function of the gene.</summary>
    General,
    Therapy,
    Family,
    Control,

    // Whose and when.
    /// <summary>A single patient is spoken of.</summary>
    Patient,
    Historical,

    /// <summary>Earlier only where a later result follows (initially, primary tumour).</summary>
    Earlier,
    Current,

    /// <summary>As current, and what was told before is of an earlier time (re-biopsy, at relapse, after progression).</summary>
    Later,

    /// <summary>Changed from: two values follow, and which is which is not told by their order alone.</summary>
    Change,

    /// <summary>The earlier statement is withdrawn (corrected, amended).</summary>
    Corrected,
    Specimen,

    /// <summary>A phenotype named after HER2, no status ("HER2-enriched").</summary>
    Subtype,

    // Grammar.
    And,

    /// <summary>As and, but between two values it parts what would do ("3+ or amplified"), and no result is told.</summary>
    Or,

    /// <summary>But, while, however: what was said of time before it does not hold behind it.</summary>
    Contrast,
    Preposition,

    /// <summary>A reference range or cut-off: in a heading or over a column, what stands below is no result.</summary>
    Aside,

    /// <summary>Words that stand between a test and its result and change neither.</summary>
    Filler,

    /// <summary>Mean, average: a filler, but a number behind "mean HER2" counts its signals.</summary>
    Average,

    /// <summary>Cells counted, nuclei: a filler, but its number measures nothing of the gene.</summary>
    Count,

    /// <summary>Four, five, several: more than one person has; a filler.</summary>
    Many,

    /// <summary>Showed, displayed: a filler, but what stands before it governs nothing behind it.</summary>
    Shows,

    /// <summary>"6.0 or higher": the number before it is a least one.</summary>
    OrMore,

    // Signs and numbers: made by the scanner, never by the lexicon.
    Number,
    Score,
    Plus,
    Minus,
    Comma,
    Colon,
    Semicolon,
    Open,
    Close,
    Slash,

    /// <summary>The line between two columns of a table.</summary>
    Bar,
    Equals,
    Percent,
    Compare,
    Question,
    Stop,

    /// <summary>An answer of a form that was not chosen ("[ ]").</summary>
    Unticked,

    /// <summary>The answer that was chosen ("[x]").</summary>
    Ticked,
}
