using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class MedicationAdministrationTests
{
    [Fact]
    public void Dose_ContainedMedication_IsReadAtItsStart()
    {
        var extraction = Extractor.Extract(Files.Copied("tras-1.json"), Reads.Options);

        var dose = extraction.Facts.OfType<TherapyFact>().ShouldHaveSingleItem();
        dose.Drug!.Class.ShouldBe(DrugClass.Trastuzumab);
        dose.WasGiven.ShouldBeTrue();
        dose.CourseEnd.ShouldBeNull();
        dose.When!.Value.Literal.ShouldBe("2024-05-14T10:05:00+03:00");
        extraction.InScope.ShouldBeTrue();
        extraction.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Dose_NotDone_IsNoExposureAndItsReasonIsProgression()
    {
        var extraction = Extractor.Extract(Files.Copied("tras-4.json"), Reads.Options);

        extraction.Facts.OfType<TherapyFact>().ShouldHaveSingleItem().WasGiven.ShouldBeFalse();
        extraction.Facts.OfType<ProgressionFact>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Course_LongPeriodOfAReferencedProduct_HasAnEndAndNamesTheProduct()
    {
        var extraction = Extractor.Extract(Files.Copied("tras-course.json"), Reads.Options);

        var course = extraction.Facts.OfType<TherapyFact>().ShouldHaveSingleItem();
        course.Drug.ShouldBeNull();
        course.Product.ShouldBe(new ResourceKey("Medication/tras-150"));
        course.When!.Value.Literal.ShouldBe("2023-02-01");
        course.CourseEnd!.Value.Literal.ShouldBe("2024-03-05");
        course.Conditions.ShouldBe([new ResourceKey("Condition/breast-cancer")]);
        extraction.Products.ShouldBe([new ResourceKey("Medication/tras-150")]);
    }

    [Fact]
    public void Dose_OfZero_IsNoExposure() =>
        Dose("completed", "\"medicationCodeableConcept\":{\"text\":\"Herceptin\"},\"dosage\":{\"dose\":{\"value\":0}}")
            .Facts.OfType<TherapyFact>().ShouldHaveSingleItem().WasGiven.ShouldBeFalse();

    [Fact]
    public void Dose_StatusUnknown_IsAGapThatMayHideIt() =>
        Dose("unknown", "\"medicationCodeableConcept\":{\"text\":\"Herceptin\"}").Gaps().ShouldHaveSingleItem().MayHideDose.ShouldBeTrue();

    [Fact]
    public void Dose_InProgressWithoutEnd_IsOngoing() =>
        Read("in-progress", "\"medicationCodeableConcept\":{\"text\":\"Herceptin\"}", "\"effectivePeriod\":{\"start\":\"2024-01-01\"}")
            .Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Ongoing.ShouldBeTrue();

    [Theory]
    [InlineData("Trastuzumab deruxtecan 100 mg", DrugClass.TrastuzumabAdc)]
    [InlineData("Kadcyla", DrugClass.TrastuzumabAdc)]
    [InlineData("Herceptin 21 mg/ml", DrugClass.Trastuzumab)]
    [InlineData("Perjeta", DrugClass.OtherHer2)]
    public void Dose_ByText_HasItsClass(string text, DrugClass expected) =>
        Dose("completed", $$"""
            "medicationCodeableConcept":{"text":"{{text}}"}
            """).Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Drug!.Class.ShouldBe(expected);

    [Fact]
    public void Dose_CodeOfTheAntibodyWithTextOfTheConjugate_IsUncertain()
    {
        var extraction = Dose("completed", """
            "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"224905"}],"text":"Enhertu"}
            """);

        extraction.Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Drug!.Uncertain.ShouldBeTrue();
        extraction.Codes().ShouldBe(["H2B-READ-021"]);
    }

    [Fact]
    public void Dose_OfAnotherDrug_IsNothing()
    {
        var extraction = Dose("completed", "\"medicationCodeableConcept\":{\"text\":\"Paclitaxel\"}");

        extraction.Facts.ShouldBeEmpty();
        extraction.InScope.ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"medicationReference\":{\"reference\":\"https://other.example.org/Medication/m1\"}")]
    [InlineData("\"medicationReference\":{\"reference\":\"#gone\"}")]
    [InlineData("\"note\":[]")]
    public void Dose_ProductThatCannotBeTold_IsAGap(string medication) =>
        Dose("completed", medication).Gaps().ShouldHaveSingleItem().MayHideDose.ShouldBeTrue();

    /// <summary>Code and words differ: that the antibody may have been given is kept, in whichever place it stands.</summary>
    [Theory]
    [InlineData("1298944", "Trastuzumab + pertuzumab", "pertuzumab + trastuzumab")]
    [InlineData("1298944", "Herceptin", "trastuzumab")]
    [InlineData("224905", "Perjeta", "trastuzumab")]
    public void Dose_PertuzumabBesideTrastuzumab_IsUncertainTrastuzumab(string rxNorm, string words, string drug)
    {
        var dose = Dose("completed", $$$"""
            "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{{{rxNorm}}}"}],"text":"{{{words}}}"}
            """).Facts.OfType<TherapyFact>().ShouldHaveSingleItem();

        dose.Drug.ShouldBe(new Drug(drug, DrugClass.Trastuzumab, Uncertain: true));
    }

    [Fact]
    public void Dose_ContainedIngredientByReference_IsFollowed()
    {
        var extraction = Dose("completed", """
            "contained":[{"resourceType":"Medication","id":"m","ingredient":[{"itemReference":{"reference":"#s"}}]},
                         {"resourceType":"Substance","id":"s","code":{"text":"trastuzumab"}}],
            "medicationReference":{"reference":"#m"}
            """);

        extraction.Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Drug!.Class.ShouldBe(DrugClass.Trastuzumab);
    }

    [Fact]
    public void Medication_WithIngredients_IsAProduct()
    {
        var extraction = Reads.Json("""
            {"resourceType":"Medication","id":"m1","ingredient":[
             {"itemCodeableConcept":{"text":"trastuzumab"}},{"itemCodeableConcept":{"text":"pertuzumab"}},{"isActive":false,"itemCodeableConcept":{"text":"lapatinib"}}]}
            """);

        var product = extraction.Facts.OfType<ProductFact>().ShouldHaveSingleItem();
        product.Product.ShouldBe(new ResourceKey("Medication/m1"));
        product.Drug!.ShouldSatisfyAllConditions(drug => drug.Class.ShouldBe(DrugClass.Trastuzumab), drug => drug.Uncertain.ShouldBeFalse());
        extraction.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Medication_Other_IsAProductThatIsNotOurs() =>
        Reads.Json("""{"resourceType":"Medication","id":"m1","code":{"text":"paclitaxel"}}""")
            .Facts.OfType<ProductFact>().ShouldHaveSingleItem().Drug.ShouldBeNull();

    [Fact]
    public void Medication_Empty_StaysUnknown() =>
        Reads.Json("""{"resourceType":"Medication","id":"m1"}""")
            .ShouldSatisfyAllConditions(one => one.Facts.ShouldBeEmpty(), one => one.Codes().ShouldBe(["H2B-READ-020"]));

    [Fact]
    public void Dose_CodeOfTheAntibodyWithTextOfAnUnnamedConjugate_IsUncertain() =>
        Dose("completed", """
            "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"224905"}],"text":"trastuzumab ADC"}
            """).Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Drug!.Uncertain.ShouldBeTrue();

    /// <summary>The name of the group is in every such record: it does not say more than the code.</summary>
    [Theory]
    [InlineData("\"display\":\"Trastuzumab Injection\"}]", true)]
    [InlineData("\"display\":\"Trastuzumab Injection\"}],\"text\":\"trastuzumab\"", true)]
    [InlineData("\"display\":\"Trastuzumab Injection\"},{\"system\":\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"224905\"}]", false)]
    public void Dose_DoseFormGroup_IsUncertainUntilAnotherCodeTells(string rest, bool expected)
    {
        var drug = Dose("completed", $$"""
            "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1922508",{{rest}}}
            """).Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Drug!;

        drug.ShouldBe(new Drug("trastuzumab", DrugClass.Trastuzumab, expected));
    }

    [Fact]
    public void Dose_DoseFormGroupWithTextOfTheConjugate_IsTheConjugate() =>
        Dose("completed", """
            "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1922508","display":"Trastuzumab Injection"}],"text":"Enhertu"}
            """).Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Drug!.Class.ShouldBe(DrugClass.TrastuzumabAdc);

    [Theory]
    [InlineData("\"medicationCodeableConcept\":{\"coding\":[{\"system\":\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"224905\"}],\"text\":\"trastuzumab placebo\"}")]
    [InlineData("\"contained\":[{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"Trastuzumab placebo\"},\"ingredient\":[{\"itemCodeableConcept\":{\"text\":\"trastuzumab\"}}]}],\"medicationReference\":{\"reference\":\"#m\"}")]
    [InlineData("\"contained\":[{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"trastuzumab\"}}],\"medicationReference\":{\"reference\":\"#m\",\"display\":\"Trastuzumab placebo\"}")]
    [InlineData("\"medicationCodeableConcept\":{\"text\":\"trastuzumab or placebo\"}")]
    public void Dose_BesideThePlaceboOfIt_IsUncertain(string medication) =>
        Dose("completed", medication).Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Drug!.Uncertain.ShouldBeTrue();

    [Fact]
    public void Dose_PlaceboInWordsOnly_IsNoDose() =>
        Dose("completed", "\"medicationCodeableConcept\":{\"text\":\"trastuzumab placebo\"}").Facts.ShouldBeEmpty();

    [Fact]
    public void Dose_ReferencedProductShownAsADrug_IsDecidedByItsMedication()
    {
        var extraction = Dose("completed", "\"medicationReference\":{\"reference\":\"Medication/m1\",\"display\":\"Herceptin\"}");

        var dose = extraction.Facts.OfType<TherapyFact>().ShouldHaveSingleItem();
        dose.Drug.ShouldBeNull();
        dose.Product.ShouldBe(new ResourceKey("Medication/m1"));
        extraction.InScope.ShouldBeTrue();
        extraction.Products.ShouldBe([new ResourceKey("Medication/m1")]);
    }

    [Theory]
    [InlineData("\"display\":\"Herceptin\"")]
    [InlineData("\"identifier\":{\"value\":\"1\"},\"display\":\"Herceptin\"")]
    [InlineData("\"reference\":\"https://other.example.org/Medication/m1\",\"display\":\"Herceptin\"")]
    public void Dose_ReferenceThatCannotBeFollowed_IsWhatItShows(string reference) =>
        Dose("completed", $$"""
            "medicationReference":{{{reference}}}
            """).Facts.OfType<TherapyFact>().ShouldHaveSingleItem().Drug!.Class.ShouldBe(DrugClass.Trastuzumab);

    [Theory]
    [InlineData("completed", "\"medicationCodeableConcept\":{\"text\":\"Herceptin\"}", 1)]
    [InlineData("completed", "\"medicationReference\":{\"reference\":\"Medication/m1\"}", 1)]
    [InlineData("not-done", "\"medicationCodeableConcept\":{\"text\":\"Herceptin\"}", 0)]
    [InlineData("completed", "\"medicationCodeableConcept\":{\"text\":\"Paclitaxel\"}", 0)]
    public void Dose_Undated_IsAGapThatMayHideIt(string status, string medication, int expected) =>
        Read(status, medication, "\"category\":{}").Gaps()
            .Count(static gap => gap is { Code: "undated-dose", MayHideDose: true }).ShouldBe(expected);

    private static Extraction Dose(string status, string rest) => Read(status, rest, "\"effectiveDateTime\":\"2024-05-14\"");

    private static Extraction Read(string status, string rest, string time) => Reads.Json($$"""
        {"resourceType":"MedicationAdministration","id":"d1","status":"{{status}}",{{Reads.Subject}},{{time}},{{rest}}}
        """);
}
