using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>Variants in the shape of genomics-reporting 3.0.0: code 69548-6, gene, change and meaning as components.</summary>
public sealed class AlterationTests
{
    private const string Snv = """{"code":{"coding":[{"system":"http://loinc.org","code":"48019-4"}]},"valueCodeableConcept":{"text":"SNV"}}""";

    [Theory]
    [InlineData("p.Ser774Gly")]
    [InlineData("p.(Ser774Gly)")]
    [InlineData("p.S774G")]
    [InlineData("S774G")]
    [InlineData("NP_005226.3:p.Ser774Gly")]
    [Trait("Row", "6a/erbb4-s774g")]
    public void Variant_ProteinChangeInAnySpelling_IsOne(string hgvs)
    {
        var alteration = Alteration(Variant("ERBB4", "LA9633-4", Protein(hgvs)));

        (alteration.Gene, alteration.Protein, alteration.Kind, alteration.Present).ShouldBe(("ERBB4", "S774G", AlterationKind.Mutation, true));
    }

    [Theory]
    [InlineData("p.Tyr772_Ala775dup", "Y772_A775dup")]
    [InlineData("p.Arg1534Ter", "R1534*")]
    [InlineData("p.R1534X", "R1534*")]
    [InlineData("p.Glu746_Ala750del", "E746_A750del")]
    [InlineData("p.Ile1605fs", "I1605fs")]
    [InlineData("p.(=)", "=")]
    [InlineData("p.?", null)]
    [InlineData("not known", null)]
    public void Variant_OtherProteinChanges_AreOneLetterOrUnsaid(string hgvs, string? protein) =>
        Alteration(Variant("NF1", "LA9633-4", Protein(hgvs))).Protein.ShouldBe(protein);

    [Theory]
    [InlineData("amplification", AlterationKind.Amplification)]
    [InlineData("gene deletion", AlterationKind.Loss)]
    [InlineData("copy number loss", AlterationKind.Loss)]
    [InlineData("missense variant", AlterationKind.Mutation)]
    public void Variant_Kind_ComesFromTheWordsOfTheChange(string change, AlterationKind kind) =>
        Alteration(Variant("NF1", "LA9633-4", Change(change))).Kind.ShouldBe(kind);

    [Fact]
    public void Variant_DeletionOfAFewResidues_IsAMutation() =>
        Alteration(Variant("EGFR", "LA9633-4", Change("deletion"), Protein("p.Glu746_Ala750del"))).Kind.ShouldBe(AlterationKind.Mutation);

    [Fact]
    public void Variant_Absent_IsKeptAsLookedFor() => Alteration(Variant("PIK3CA", "LA9634-2", Snv)).Present.ShouldBeFalse();

    [Theory]
    [InlineData("\"code\":\"LA6683-2\"", VariantOrigin.Germline)]
    [InlineData("\"code\":\"LA6684-0\"", VariantOrigin.Somatic)]
    public void Variant_Origin_IsRead(string answer, VariantOrigin origin)
    {
        var source = $$$"""{"code":{"coding":[{"system":"http://loinc.org","code":"48002-0"}]},"valueCodeableConcept":{"coding":[{"system":"http://loinc.org",{{{answer}}}}]}}""";

        Alteration(Variant("NF1", "LA9633-4", Snv, source)).Origin.ShouldBe(origin);
    }

    [Theory]
    [InlineData("Likely benign", VariantSignificance.LikelyBenign)]
    [InlineData("Benign", VariantSignificance.Benign)]
    [InlineData("Pathogenic", VariantSignificance.Pathogenic)]
    [InlineData("Uncertain significance", VariantSignificance.Uncertain)]
    [InlineData("Tier III", VariantSignificance.Uncertain)]
    public void Variant_Significance_IsReadFromItsWords(string words, VariantSignificance significance)
    {
        var said = $$$"""{"code":{"coding":[{"system":"http://loinc.org","code":"53037-8"}]},"valueCodeableConcept":{"text":"{{{words}}}"}}""";

        Alteration(Variant("NF1", "LA9633-4", Snv, said)).Significance.ShouldBe(significance);
    }

    [Fact]
    public void Variant_OfAListedGene_PutsNobodyInScope()
    {
        var extraction = Variant("PIK3CA", "LA9633-4", Snv);

        extraction.InScope.ShouldBeFalse();
        Alteration(extraction).Material.ShouldBe(SpecimenKind.Unstated);
    }

    [Fact]
    public void Variant_OfAGeneThatIsNotListed_IsNothing() => Variant("TP53", "LA9633-4", Snv).Facts.ShouldBeEmpty();

    [Theory]
    [InlineData("pik3ca", "LA9633-4")]
    [InlineData("PIK3CA gene", "LA9633-4")]
    public void Variant_GeneThatIsNotTheExactSymbol_IsNoAlteration(string gene, string answer) =>
        Variant(gene, answer, Snv).Facts.OfType<AlterationFact>().ShouldBeEmpty();

    [Theory]
    [InlineData("""{"coding":[{"system":"http://www.genenames.org","code":"HGNC:1"}]}""", "LA9633-4")]
    [InlineData("""{"text":"PIK3CA"}""", "LA11884-6")]
    public void Variant_WithoutUsableGeneOrAnswer_IsAGapAndNeverNegative(string gene, string answer)
    {
        var extraction = Of(gene, answer, Snv);

        var gap = extraction.Facts.ShouldHaveSingleItem().ShouldBeOfType<GapFact>();
        gap.Code.ShouldBe("alteration-not-read");
        gap.MayHideTest.ShouldBeFalse();
    }

    [Fact]
    public void Variant_CopyNumberOfAnotherGeneWithoutWords_IsAGap()
    {
        var change = """{"code":{"coding":[{"system":"http://loinc.org","code":"48019-4"}]},"valueCodeableConcept":{"coding":[{"system":"http://www.sequenceontology.org","code":"SO:0001019"}]}}""";

        Variant("MET", "LA9633-4", change).Gaps().ShouldHaveSingleItem().Code.ShouldBe("alteration-not-read");
    }

    [Theory]
    [InlineData("p.Leu755Ser", true, "L755S")]
    [InlineData("L755S detected", true, "L755S")]
    [InlineData("None detected", false, null)]
    [InlineData("Not detected", false, null)]
    [Trait("Row", "6a/erbb2-mutation")]
    public void MutationsFound_OfErbb2_AreAlterationsAndNeverAStatus(string words, bool present, string? protein)
    {
        var extraction = Reads.Loinc("42783-1", $"\"valueCodeableConcept\":{{\"text\":\"{words}\"}}");

        extraction.Assays().ShouldBeEmpty();
        extraction.InScope.ShouldBeTrue();
        var alteration = Alteration(extraction);
        (alteration.Gene, alteration.Present, alteration.Protein).ShouldBe(("ERBB2", present, protein));
    }

    [Fact]
    public void MutationsFound_SomeNot_IsAGap()
    {
        var extraction = Reads.Loinc("42783-1", "\"valueString\":\"L755S detected, V777L not detected\"");

        extraction.Facts.OfType<AlterationFact>().ShouldBeEmpty();
        extraction.Gaps().ShouldHaveSingleItem().Code.ShouldBe("alteration-not-read");
    }

    [Fact]
    public void GenesStudied_AreAPanelOfKnownSymbols()
    {
        var extraction = Reads.Loinc("53041-0", $$$"""
            "component":[{{{Gene("""{"coding":[{"system":"http://www.genenames.org","code":"HGNC:3430"}]}""")}}},{{{Gene("""{"text":"PIK3CA"}""")}}},{{{Gene("""{"text":"whole exome"}""")}}}]
            """);

        extraction.InScope.ShouldBeTrue();
        extraction.Facts.ShouldHaveSingleItem().ShouldBeOfType<PanelFact>().Genes.ShouldBe(["ERBB2", "PIK3CA"]);
    }

    private static AlterationFact Alteration(Extraction extraction) => extraction.Facts.OfType<AlterationFact>().ShouldHaveSingleItem();

    private static string Protein(string hgvs) =>
        $$$"""{"code":{"coding":[{"system":"http://loinc.org","code":"48005-3"}]},"valueCodeableConcept":{"coding":[{"system":"http://varnomen.hgvs.org","code":"{{{hgvs}}}"}]}}""";

    private static string Change(string words) =>
        $$$"""{"code":{"coding":[{"system":"http://loinc.org","code":"48019-4"}]},"valueCodeableConcept":{"text":"{{{words}}}"}}""";

    private static string Gene(string concept) =>
        $$$"""{"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}]},"valueCodeableConcept":{{{concept}}}}""";

    private static Extraction Variant(string gene, string answer, params string[] components) => Of($$$"""{"text":"{{{gene}}}"}""", answer, components);

    private static Extraction Of(string gene, string answer, params string[] components) => Reads.Loinc("69548-6", $$$"""
        "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"{{{answer}}}"}]},
        "component":[{{{string.Join(',', components.Prepend(Gene(gene)))}}}]
        """);
}
