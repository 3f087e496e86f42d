using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class MedicationRequestTests
{
    private const string Herceptin = "\"medicationCodeableConcept\":{\"text\":\"Herceptin\"}";

    [Theory]
    [InlineData("active", true)]
    [InlineData("completed", false)]
    [InlineData("stopped", false)]
    [InlineData("on-hold", false)]
    public void Order_OfAHer2Drug_IsReadWithItsStateAndBringsThePatientInScope(string status, bool active)
    {
        var extraction = Order(status, "order", Herceptin);

        var order = extraction.Facts.ShouldHaveSingleItem().ShouldBeOfType<OrderFact>();
        (order.Active, order.Standing, order.Drug!.Class).ShouldBe((active, FactStanding.Final, DrugClass.Trastuzumab));
        order.When!.Value.Literal.ShouldBe("2024-05-14");
        extraction.InScope.ShouldBeTrue();
        extraction.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Order_ForACondition_NamesIt() =>
        Order("active", "order", Herceptin + ",\"reasonReference\":[{\"reference\":\"Condition/c1\"}]").Facts.ShouldHaveSingleItem()
            .ShouldBeOfType<OrderFact>().Conditions.ShouldBe([new ResourceKey("Condition/c1")]);

    [Theory]
    [InlineData("cancelled")]
    [InlineData("entered-in-error")]
    public void Order_TakenBack_IsWithdrawn(string status) =>
        Order(status, "order", Herceptin).Facts.ShouldHaveSingleItem().Standing.ShouldBe(FactStanding.Withdrawn);

    [Theory]
    [InlineData("draft", "order")]
    [InlineData("unknown", "order")]
    [InlineData("active", "plan")]
    [InlineData("active", "proposal")]
    [InlineData("active", "option")]
    public void Order_ThatIsNone_SaysNothing(string status, string intent)
    {
        var extraction = Order(status, intent, Herceptin);

        extraction.Facts.ShouldBeEmpty();
        extraction.InScope.ShouldBeFalse();
    }

    [Theory]
    [InlineData("original-order")]
    [InlineData("reflex-order")]
    [InlineData("filler-order")]
    [InlineData("instance-order")]
    public void Order_OfAnyOrderLikeIntent_IsRead(string intent) => Order("active", intent, Herceptin).Facts.Count.ShouldBe(1);

    [Fact]
    public void Order_NotToGive_SaysNothing() =>
        Order("active", "order", Herceptin + ",\"doNotPerform\":true").Facts.ShouldBeEmpty();

    [Fact]
    public void Order_OfAContainedProduct_IsRead() =>
        Order("active", "order", """
            "contained":[{"resourceType":"Medication","id":"m","code":{"text":"trastuzumab"}}],"medicationReference":{"reference":"#m"}
            """).Facts.OfType<OrderFact>().ShouldHaveSingleItem().Drug!.Name.ShouldBe("trastuzumab");

    [Fact]
    public void Order_OfAReferencedProduct_NamesIt()
    {
        var extraction = Order("active", "order", "\"medicationReference\":{\"reference\":\"Medication/m1\"}");

        extraction.Facts.OfType<OrderFact>().ShouldHaveSingleItem().Product.ShouldBe(new ResourceKey("Medication/m1"));
        extraction.Products.ShouldBe([new ResourceKey("Medication/m1")]);
    }

    [Theory]
    [InlineData("\"medicationCodeableConcept\":{\"text\":\"ondansetron\"}")]
    [InlineData("\"medicationReference\":{}")]
    public void Order_OfAnythingElse_SaysNothing(string medication)
    {
        var extraction = Order("active", "order", medication);

        extraction.Facts.ShouldBeEmpty();
        extraction.InScope.ShouldBeFalse();
    }

    [Fact]
    public void Order_WithAStatusThatIsNoCode_IsAnIssueAndNoOrder()
    {
        var extraction = Order("running", "order", Herceptin);

        extraction.Facts.ShouldBeEmpty();
        extraction.Codes().ShouldBe(["H2B-READ-006"]);
    }

    [Fact]
    public void Order_WithAModifier_IsNotInterpretedAndBringsThePatientInScope()
    {
        var extraction = Order("active", "order", Herceptin + ",\"modifierExtension\":[{\"url\":\"urn:x\",\"valueBoolean\":true}]");

        extraction.InScope.ShouldBeTrue();
        extraction.Gaps().ShouldHaveSingleItem().MayHideDose.ShouldBeFalse();
    }

    private static Extraction Order(string status, string intent, string medication) => Reads.Json($$"""
        {"resourceType":"MedicationRequest","id":"r1","meta":{"versionId":"1"},"status":"{{status}}","intent":"{{intent}}",
         {{Reads.Subject}},"authoredOn":"2024-05-14",{{medication}}}
        """);
}
