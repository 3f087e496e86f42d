using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.Compose;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Tests.Compose;

public sealed class FlagComposerTests
{
    [Fact]
    public void Observation_ActiveFlag_SaysWhatTheProfileAsksFor()
    {
        var observation = Sample.Strict(FlagComposer.Observation(Sample.Change, Sample.Context));

        observation.At("status").ShouldBe("final");
        observation.At("category.0.coding.0.code").ShouldBe("her2-flag");
        observation.At("code.coding.0.system").ShouldBe(Her2Canonical.FlagCodes);
        observation.At("code.coding.0.display").ShouldBe("HER2 status changed from positive to negative");
        observation.At("subject.reference").ShouldBe("Patient/p1");
        observation.At("focus.0.reference").ShouldBe("Condition/gastric-cancer");
        observation.At("effectiveDateTime").ShouldBe("2024-07-30");
        observation.At("issued").ShouldBe("2024-08-05T06:00:12.345Z");
        observation.At("valueCodeableConcept.coding.0.code").ShouldBe("active");
        observation.At("interpretation.0.coding.0.code").ShouldBe("A");
        observation.At("method.coding.0.code").ShouldBe("rule-h2b-01");
        observation.At("method.text").ShouldBe("FhirHer2Bridge ruleset 2026.1");
        observation.At("device.reference").ShouldBe("Device/her2bridge-site-a");
        observation.At("identifier.0.value").ShouldBe(Sample.Context.FlagKey);
        observation.At("meta.security.0.code").ShouldBe("DEVAST");
        observation.At("meta.profile").ShouldBeNull();
        observation.At("performer").ShouldBeNull();
    }

    [Fact]
    public void Observation_Evidence_ResultsAreDerivedFromAndTheRestSupports()
    {
        var observation = Sample.Strict(FlagComposer.Observation(Sample.Change, Sample.Context));

        observation.At("derivedFrom.0.reference").ShouldBe("Observation/her2-ihc-gastrectomy");
        observation.At("derivedFrom.1.reference").ShouldBe("Observation/her2-ihc-node");
        observation.At("extension.0.url").ShouldBe("http://hl7.org/fhir/StructureDefinition/workflow-supportingInfo");
        observation.At("extension.0.valueReference.reference").ShouldBe("DiagnosticReport/dr-gastrectomy");
        observation.At("extension.1").ShouldBeNull();
    }

    [Fact]
    public void Observation_ManySources_NamesTheTwentyNewest()
    {
        var many = Enumerable.Range(0, 30).Select(n => new SourceRef("Observation", $"o{n}", "1", "x")).ToEquatableArray();

        var observation = Sample.Strict(
            FlagComposer.Observation(Sample.Change with { Evidence = many }, Sample.Context));

        observation.GetProperty("derivedFrom").GetArrayLength().ShouldBe(20);
        observation.At("derivedFrom.0.reference").ShouldBe("Observation/o0");
    }

    [Fact]
    public void Observation_SourceGone_IsNamedByIdentifier()
    {
        var gone = new HashSet<ResourceKey> { new("Observation/her2-ihc-node"), new("Condition/gastric-cancer") };

        var observation = Sample.Strict(
            FlagComposer.Observation(Sample.Change, Sample.Context with { Gone = gone }));

        observation.At("derivedFrom.1.reference").ShouldBeNull();
        observation.At("derivedFrom.1.type").ShouldBe("Observation");
        observation.At("derivedFrom.1.identifier.system").ShouldBe(Her2Canonical.Source);
        observation.At("derivedFrom.1.identifier.value").ShouldBe("Observation/her2-ihc-node");
        observation.At("focus.0.identifier.value").ShouldBe("Condition/gastric-cancer");
    }

    [Fact]
    public void Observation_Details_BecomeTypedComponentsAsPreciseAsTheirSource()
    {
        var observation = Sample.Strict(FlagComposer.Observation(Sample.Change, Sample.Context));

        observation.Component("severity")?.At("valueCodeableConcept.coding.0.code").ShouldBe("severity-high");
        observation.Component("prior-status")?.At("valueCodeableConcept.coding.0.system").ShouldBe(Her2Canonical.Statuses);
        observation.Component("prior-status-date")?.At("valueDateTime").ShouldBe("2024-03");
        observation.Component("administrations-since-assessment")?.At("valueInteger").ShouldBe("18");
        observation.Component("days-since-assessment")?.At("valueQuantity.value").ShouldBe("420");
        observation.GetProperty("component").GetArrayLength().ShouldBe(6);
    }

    [Fact]
    public void Observation_Resolved_SaysWhenAndWhy()
    {
        var observation = Sample.Strict(FlagComposer.Observation(Sample.Resolved, Sample.Context));

        observation.At("status").ShouldBe("amended");
        observation.At("valueCodeableConcept.coding.0.code").ShouldBe("resolved");
        observation.At("interpretation.0.coding.0.code").ShouldBe("N");
        var date = observation.Component("resolved-date").ShouldNotBeNull();
        date.At("valueDateTime").ShouldBe("2024-09-01T00:00:00+00:00");
        var reason = observation.Component("resolution-reason").ShouldNotBeNull();
        reason.At("valueCodeableConcept.coding.0.code").ShouldBe("reassessed");
    }

    [Fact]
    public void Observation_Withdrawn_IsEnteredInErrorWithItsReason()
    {
        var flag = Sample.Change with { State = FlagState.Withdrawn, Reason = "source-entered-in-error", Evidence = [] };

        var observation = Sample.Strict(FlagComposer.Observation(flag, Sample.Context));

        observation.At("status").ShouldBe("entered-in-error");
        observation.At("extension.0.url").ShouldBe("http://hl7.org/fhir/StructureDefinition/event-statusReason");
        observation.At("extension.0.valueCodeableConcept.coding.0.code").ShouldBe("source-entered-in-error");
        observation.At("derivedFrom").ShouldBeNull();
    }

    [Theory]
    [InlineData(true, false, "preliminary")]
    [InlineData(true, true, "preliminary")]
    [InlineData(false, false, "final")]
    [InlineData(false, true, "amended")]
    public void Observation_Status_SaysHowReliableItIs(bool provisional, bool standsFinal, string status)
    {
        var observation = Sample.Compose(
            Sample.Change with { Provisional = provisional }, Sample.Context with { StandsFinal = standsFinal });

        observation.GetProperty("status").GetString().ShouldBe(status);
    }

    [Fact]
    public void Observation_NoEvidence_IsRefused()
    {
        var flag = Sample.Change with { Evidence = [] };

        Should.Throw<ArgumentException>(() => FlagComposer.Observation(flag, Sample.Context));
    }

    [Fact]
    public void Observation_ResolvedWithoutAnEnd_IsRefused()
    {
        var flag = Sample.Resolved with { End = null };

        Should.Throw<ArgumentException>(() => FlagComposer.Observation(flag, Sample.Context));
    }

    [Fact]
    public void Observation_TextLooksLikeMarkup_IsEscapedInTheNarrativeAndPlainInTheNote()
    {
        const string hostile = "<script>alert('x')</script> & \u0001 \"é\"";

        var observation = Sample.Compose(Sample.Change with { Text = hostile });

        var div = observation.GetProperty("text").GetProperty("div").GetString().ShouldNotBeNull();
        div.ShouldContain("&lt;script&gt;");
        div.ShouldNotContain("<script");
        System.Xml.Linq.XElement.Parse(div).Value.ShouldStartWith("<script>alert('x')</script> &");
        observation.GetProperty("note")[0].GetProperty("text").GetString().ShouldBe(
            "<script>alert('x')</script> &  \"é\"");
    }

    [Fact]
    public void Observation_ProfileHeld_NamesIt()
    {
        var observation = Sample.Strict(
            FlagComposer.Observation(Sample.Change, Sample.Context with { ProfileHeld = true, Id = "f1" }));

        observation.At("meta.profile.0").ShouldBe(Her2Canonical.FlagProfile);
        observation.At("id").ShouldBe("f1");
    }

    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("2024-03", "2024-03")]
    [InlineData("2024-03-05T10:30:00+01:00", "2024-03-05T10:30:00+01:00")]
    [InlineData("2024-03-05/2024-03-09", "2024-03-05")]
    [InlineData("/2024-03-09", "2024-03-09")]
    [InlineData("2024-03-05T10:30", "2024-03-05T00:00:00+00:00")]
    public void Observation_Effective_EchoesTheSourceOrItsReadingWhereR4ForbidsTheSpelling(string literal, string expected)
    {
        var start = new DateTimeOffset(2024, 3, 5, 0, 0, 0, TimeSpan.Zero);
        var when = new ClinicalTime(start, start.AddDays(1), TimePrecision.Day, literal);

        var observation = Sample.Compose(Sample.Change with { Effective = when });

        observation.GetProperty("effectiveDateTime").GetString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("2024-03", "2024-03")]
    [InlineData("2024-03-05/2024-03-09", "2024-03-05")]
    [InlineData("2024-03-05T10:30", "2024-03-05")]
    public void Observation_DateOfADetail_IsWrittenNoMorePreciselyThanR4Allows(string literal, string expected)
    {
        var flag = Sample.Change with { Details = [new FlagDetail("prior-status-date", FlagDetailKind.DateTime, literal)] };

        var date = Sample.Compose(flag).Component("prior-status-date").ShouldNotBeNull();

        date.At("valueDateTime").ShouldBe(expected);
    }

    [Fact]
    public void Observation_DateOfADetailIsNone_IsRefused()
    {
        var flag = Sample.Change with { Details = [new FlagDetail("prior-status-date", FlagDetailKind.DateTime, "spring")] };

        Should.Throw<ArgumentException>(() => Sample.Compose(flag));
    }

    [Fact]
    public void Observation_SameInput_SameBytes()
    {
        var first = FlagComposer.Observation(Sample.Change, Sample.Context);
        var second = FlagComposer.Observation(Sample.Change, Sample.Context);

        second.ShouldBe(first);
    }

    [Fact]
    public void Observation_NoArrayOrObject_IsEmpty()
    {
        var flag = Sample.Change with { Details = [], Focus = null };

        var empty = Empties(Sample.Compose(flag));

        empty.ShouldBeEmpty();
    }

    private static IEnumerable<string> Empties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any()
            ? element.EnumerateObject().SelectMany(member => Empties(member.Value))
            : ["object"],
        JsonValueKind.Array => element.GetArrayLength() > 0
            ? element.EnumerateArray().SelectMany(Empties)
            : ["array"],
        JsonValueKind.Null => ["null"],
        _ => [],
    };
}
