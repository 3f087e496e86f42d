using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F24")]
public sealed class PositiveUntreatedRuleTests
{
    private const string Flag = "positive-untreated";
    private const string Rule = "H2B-24";

    /// <summary>Negative on day 0; positive collected on day 200, issued on day 205.</summary>
    [Theory]
    [Trait("Row", "5/gasther2")]
    [InlineData(265, "")]
    [InlineData(266, "moderate active")]
    public void Evaluate_BecamePositiveAndUntreated_IsRaisedAfterTheLimit(int day, string expected) => Gained().Said(Flag, day).ShouldBe(expected);

    [Fact]
    public void NextDue_BecamePositive_NamesTheLimit() => Gained().AsOf(210).NextDue.ShouldBe(Instant(266));

    [Fact]
    public void Evaluate_SecondSpecimenOfOneTime_IsRaisedAsWell()
    {
        var patient = new PatientBuilder().Breast().Ihc("n", 0, 0, specimen: "Specimen/n").Ihc("p", 20, 3, specimen: "Specimen/p");

        patient.Said(Flag, 80).ShouldBeEmpty();
        patient.Said(Flag, 81).ShouldBe("moderate active");
    }

    [Fact]
    public void Evaluate_ReReadToPositive_IsRaisedAsWell()
    {
        var patient = new PatientBuilder().Gastric().Ihc("local", 0, 0, issued: 5, specimen: "Specimen/s").Ihc("central", 0, 3, issued: 30, specimen: "Specimen/s");

        patient.Said(Flag, 91).ShouldBe("moderate active");
        patient.Flags(Flag, 91).Single().Text.ShouldStartWith("HER2 of the specimen of 2021-01-04");
    }

    [Fact]
    public void Evaluate_FirstEverResultPositive_IsNever() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Ihc("p2", 200, 3, specimen: "Specimen/p2").Said(Flag, 500).ShouldBeEmpty();

    [Fact]
    public void Evaluate_PositiveFirstNegativeSecond_IsNever() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Ihc("n", 20, 0, specimen: "Specimen/n").Said(Flag, 200).ShouldBeEmpty();

    [Theory]
    [InlineData(201, "")]
    [InlineData(266, "")]
    [InlineData(267, "moderate resolved")]
    [InlineData(150, "moderate active")]
    public void Evaluate_Dose_PreventsOrClears(int dose, string expected) => Gained().Doses(Deruxtecan, dose).Said(Flag, 300).ShouldBe(expected);

    /// <summary>The limit ends on day 265, 26 September; the material was taken on 23 July.</summary>
    [Theory]
    [InlineData(6, "moderate active", "")]
    [InlineData(7, "", "dose-dates-too-coarse")]
    [InlineData(8, "", "")]
    [InlineData(9, "", "dose-dates-too-coarse")]
    [InlineData(10, "moderate resolved", "")]
    public void Evaluate_DoseInAMonth_CountsOnlyWhereEveryDayDoes(int month, string expected, string reasons)
    {
        var patient = Gained().DoseInMonth(Deruxtecan, 2021, month);

        patient.Said(Flag, 310).ShouldBe(expected);
        string.Join('|', patient.Undetermined(Rule, 310)).ShouldBe(reasons);
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(230, "")]
    [InlineData(280, "moderate resolved")]
    public void Evaluate_ActiveOrder_PreventsOrClears(int authored, string expected) => Gained().Add(Order(authored, Trastuzumab)).Said(Flag, 300).ShouldBe(expected);

    [Fact]
    public void Evaluate_OrderForAProduct_IsResolved()
    {
        var product = new ResourceKey("Medication/m");
        var order = Order(230, null) with { Product = product };

        Gained().Add(order).Undetermined(Rule, 300).ShouldBe(["order-not-readable"]);
        Gained().Add(order).Add(Product(product, Trastuzumab)).Said(Flag, 300).ShouldBeEmpty();
        Gained().Add(order).Add(Product(product, null)).Said(Flag, 300).ShouldBe("moderate active");
    }

    [Fact]
    public void Evaluate_OrderNoLongerActive_IsUndetermined() =>
        Gained().Add(Order(230, Trastuzumab) with { Active = false }).Undetermined(Rule, 300).ShouldBe(["order-no-longer-active"]);

    [Fact]
    public void Evaluate_LaterNegative_Clears()
    {
        var patient = Gained().Ihc("n2", 400, 0, issued: 405, specimen: "Specimen/n2");

        patient.Said(Flag, 404).ShouldBe("moderate active");
        patient.Said(Flag, 405).ShouldBe("moderate resolved");
    }

    [Fact]
    public void Evaluate_Death_Clears() => Gained().Death(280).Said(Flag, 290).ShouldBe("moderate resolved");

    [Fact]
    public void Evaluate_DosesNotReadThrough_IsUndetermined()
    {
        var read = new Completeness(Instant(300), Instant(250));

        Gained().Said(Flag, 270, read).ShouldBeEmpty();
        Gained().Undetermined(Rule, 270, read).ShouldBe(["doses-not-read-through"]);
    }

    [Fact]
    public void Evaluate_UnassignedDoseOfSeveralTumours_IsUndetermined() =>
        new PatientBuilder().Gastric().Breast().Add(Of("n", 0, 0)).Add(Of("p", 200, 3)).Doses(Trastuzumab, 210)
            .Undetermined(Rule, 300).ShouldBe(["dose-not-assigned"]);

    /// <summary>Two tumours; the gastric one became positive. Known by day 205; the limit ends on day 265.</summary>
    [Theory]
    [InlineData("gastric", 210, "", "")]
    [InlineData("breast", 210, "moderate active", "")]
    [InlineData(null, 210, "", "order-not-assigned")]
    [InlineData("gastric", 280, "moderate resolved", "")]
    [InlineData(null, 280, "moderate active", "order-not-assigned")]
    public void Evaluate_OrderOfSeveralTumours_CountsForTheOneItNames(string? tumour, int authored, string expected, string reasons)
    {
        var order = Order(authored, Trastuzumab) with { Conditions = tumour is null ? [] : [new ResourceKey("Condition/" + tumour)] };
        var patient = new PatientBuilder().Gastric().Breast().Add(Of("n", 0, 0)).Add(Of("p", 200, 3) with { Issued = Instant(205) }).Add(order);

        patient.Said(Flag, 300).ShouldBe(expected);
        string.Join('|', patient.Undetermined(Rule, 300)).ShouldBe(reasons);
    }

    private static AssayFact Of(string id, int day, int score) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score), specimen: "Specimen/" + id) with { Conditions = [new ResourceKey("Condition/gastric")] };

    private static OrderFact Order(int authored, Drug? drug) => new()
    {
        Source = new SourceRef("MedicationRequest", "o", "1", "MedicationRequest"),
        When = Day(authored),
        Drug = drug,
        Active = true,
    };

    private static ProductFact Product(ResourceKey key, Drug? drug) =>
        new() { Source = new SourceRef("Medication", "m", "1", "Medication"), Product = key, Drug = drug };

    private static PatientBuilder Gained() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, specimen: "Specimen/n").Ihc("p", 200, 3, issued: 205, specimen: "Specimen/p");

    /// <summary>The first gain was never treated and became old news; the tumour was negative again and gained HER2 a second time.</summary>
    [Fact]
    public void Evaluate_GainedAgainLongAfterTheFirstBecameHistorical_IsAnother() =>
        Gained().Ihc("n2", 900, 0, specimen: "Specimen/n2").Ihc("p2", 1100, 3, specimen: "Specimen/p2").Episodes(Flag, 1200)
            .ShouldBe(["moderate resolved 266 to 571 historical", "moderate active 1161"]);
}
