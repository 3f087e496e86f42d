using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>The coded entries of all files, checked and ready for look-up.</summary>
internal sealed class TermTables
{
    private TermTables(TermsCheck check, IReadOnlyList<TermsFile> files)
    {
        Tests = check.Table("tests", files, file => file.Tests, entry => new TestTerm(
            check.Need(entry.Kind, "kind"), check.Need(entry.Method, "method"), check.Need(entry.Reader, "reader")));
        Methods = check.Table("methods", files, file => file.Methods, entry => check.Need(entry.Method, "method"));
        VariantParts = check.Table("variantParts", files, file => file.VariantParts, entry => check.Need(entry.Part, "part"));
        VariantAnswers = check.Table("variantAnswers", files, file => file.VariantAnswers, entry => check.Need(entry.Answer, "answer"));
        Reports = check.Table("reports", files, file => file.Reports, entry => check.Need(entry.HoldsHer2, "holdsHer2"));
        Answers = check.Table("answers", files, file => file.Answers, check.Answer);
        Interpretations = check.Table("interpretations", files, file => file.Interpretations, check.Answer);
        Drugs = check.Table("drugs", files, TermsCheck.DrugCodes, entry => entry.Drug);
        Tumours = check.Table("tumours", files, file => file.Tumours, entry => new TumourTerm(check.Need(entry.Tumour, "tumour"), entry.IfAdenocarcinoma));
        check.Disjoint("notProgression", "progression", files, file => file.NotProgression);
        Progression = check.Table("progression", files, file => file.Progression, entry => new ProgressionTerm(
            check.Need(entry.Display, "display"), entry.Kind, entry.Tumour ?? TumourKind.None));
        Spread = check.Table("spread", files, file => file.Spread, entry => check.Need(entry.Metastatic, "metastatic"));
        Surgery = check.Table("surgery", files, file => file.Surgery, entry => new SurgeryTerm(
            check.Need(entry.Display, "display"), check.Need(entry.Tumour, "tumour")));
        Findings = check.Table("her2Findings", files, file => file.Her2Findings, _ => true);
        Genes = check.Table("erbb2Genes", files, file => file.Erbb2Genes, _ => true);
        Specimens = check.Table("specimens", files, file => file.Specimens, entry => check.Need(entry.Kind, "kind"));
        Sites = check.Table("sites", files, file => file.Sites, entry => check.Need(entry.Tumour, "tumour"));
    }

    public CodeTable<TestTerm> Tests { get; }

    public CodeTable<AssayMethod> Methods { get; }

    public CodeTable<VariantPart> VariantParts { get; }

    public CodeTable<VariantAnswer> VariantAnswers { get; }

    public CodeTable<bool> Reports { get; }

    public CodeTable<AnswerTerm> Answers { get; }

    public CodeTable<AnswerTerm> Interpretations { get; }

    public CodeTable<Drug> Drugs { get; }

    public CodeTable<TumourTerm> Tumours { get; }

    public CodeTable<ProgressionTerm> Progression { get; }

    public CodeTable<bool> Spread { get; }

    public CodeTable<SurgeryTerm> Surgery { get; }

    public CodeTable<bool> Findings { get; }

    public CodeTable<bool> Genes { get; }

    public CodeTable<SpecimenKind> Specimens { get; }

    public CodeTable<TumourKind> Sites { get; }

    /// <exception cref="TermsException">An entry is incomplete or redefines another; names every one.</exception>
    public static TermTables Build(IReadOnlyList<TermsFile> files)
    {
        var check = new TermsCheck(files);
        var tables = new TermTables(check, files);
        return check.Problems.Count == 0 ? tables : throw new TermsException(check.Problems);
    }
}
