using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public sealed class FactJsonTests
{
    private const int SamplesPerLeaf = 40;

    public static TheoryData<Type> FactLeaves => [.. Leaves(typeof(Fact))];

    public static TheoryData<Type> ResultLeaves => [.. Leaves(typeof(AssayResult))];

    [Theory]
    [MemberData(nameof(FactLeaves))]
    public void Fact_EveryLeafWithAnyMembers_ComesBackEqual(Type leaf)
    {
        foreach (var seed in Enumerable.Range(0, SamplesPerLeaf))
        {
            EquatableArray<Fact> facts = [(Fact)new SampleMaker(seed).Make(leaf) with { FirstSeen = null, ReplacedAt = null }];

            var back = FactJson.Read<EquatableArray<Fact>>(FactJson.Write(facts));

            back.ShouldBe(facts, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(ResultLeaves))]
    public void AssayResult_EveryLeafWithAnyMembers_ComesBackEqual(Type leaf)
    {
        foreach (var seed in Enumerable.Range(0, SamplesPerLeaf))
        {
            var result = (AssayResult)new SampleMaker(seed).Make(leaf);

            var back = FactJson.Read<AssayResult>(FactJson.Write(result));

            back.ShouldBe(result, $"seed {seed}");
        }
    }

    [Fact]
    public void Write_WhenSeenAndReplaced_AreLeftToTheirColumns()
    {
        Fact fact = new DeathFact { Source = new SourceRef("Patient", "p1", "1", "Patient"), Updated = DateTimeOffset.UnixEpoch };

        var json = FactJson.Write(fact with { FirstSeen = DateTimeOffset.UnixEpoch, ReplacedAt = DateTimeOffset.UnixEpoch });

        json.ShouldBe(FactJson.Write(fact));
        json.ShouldContain("updated");
    }

    [Fact]
    public void StandingFlag_AnyMembers_ComesBackEqual()
    {
        foreach (var seed in Enumerable.Range(0, SamplesPerLeaf))
        {
            var flag = (StandingFlag)new SampleMaker(seed).Make(typeof(StandingFlag));

            var back = FactJson.Read<StandingFlag>(FactJson.Write(flag));

            back.ShouldBe(flag, $"seed {seed}");
        }
    }

    [Fact]
    public void Measure_WrittenDigits_AreKept()
    {
        AssayResult result = new AssayResult.Gene(Amplified: null, new Measure(2.10m, MeasureBound.GreaterThan));

        var back = FactJson.Read<AssayResult>(FactJson.Write(result));

        back.ShouldBeOfType<AssayResult.Gene>().Ratio!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("2.10");
    }

    /// <summary>Stored files hold this text: a change here is a change of the format and needs a migration.</summary>
    [Fact]
    public void Read_WrittenByTheFirstVersion_IsUnderstood()
    {
        const string stored =
            """
            [{"fact":"therapy","drug":{"name":"trastuzumab","class":"trastuzumab-adc","uncertain":false},"wasGiven":true,"ongoing":false,
            "conditions":["Condition/c1"],"source":["MedicationAdministration","d1",null,"medicationCodeableConcept"],
            "when":["1970-01-01T00:00:00+00:00","1970-01-02T00:00:00+00:00","day","1970-01-01"],"standing":"final"}]
            """;

        var facts = FactJson.Read<EquatableArray<Fact>>(stored);

        facts.ShouldHaveSingleItem().ShouldBe(new TherapyFact
        {
            Source = new SourceRef("MedicationAdministration", "d1", null, "medicationCodeableConcept"),
            When = new ClinicalTime(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), TimePrecision.Day, "1970-01-01"),
            Drug = new Drug("trastuzumab", DrugClass.TrastuzumabAdc),
            WasGiven = true,
            Conditions = [new ResourceKey("Condition/c1")],
        });
    }

    [Fact]
    public void Names_OfBothHierarchies_AreTheStoredOnes()
    {
        FactNames.Facts.Values.ShouldBe(
            ["assay", "report", "specimen", "therapy", "product", "tumour", "progression", "spread", "surgery", "no-residual", "death", "gap",
                "alteration", "panel", "tumour-fraction", "stated-by-condition", "order"], ignoreOrder: true);
        FactNames.Results.Values.ShouldBe(["ihc", "gene", "stated", "inconclusive"], ignoreOrder: true);
        FactNames.Facts.Keys.ShouldBe(Leaves(typeof(Fact)), ignoreOrder: true);
        FactNames.Results.Keys.ShouldBe(Leaves(typeof(AssayResult)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("""[{"fact":"horoscope"}]""")]
    [InlineData("""[{"label":"x","source":["A","1",null,"p"],"standing":"final"}]""")]
    [InlineData("""[{"fact":"death","source":["A","1",null,"p"],"standing":"certain"}]""")]
    [InlineData("""[{"fact":"death","source":["A","1",null,"p"],"standing":1}]""")]
    [InlineData("""[{"fact":"death","source":["A","1",null,"p"],"standing":"final","standing":"withdrawn"}]""")]
    [InlineData("""[{"fact":"death","source":["A","1",null,"p"],"standing":"final","mood":"good"}]""")]
    [InlineData("""[{"fact":"death","source":["A","1","p"],"standing":"final"}]""")]
    [InlineData("""[{"fact":"death","standing":"final"}]""")]
    [InlineData("""[{"fact":"death","source":["A","1",null,"p"],"when":["2024-01-02T00:00:00Z","2024-01-01T00:00:00Z","day","x"]}]""")]
    [InlineData("""[{"fact":"death","source":["A","1",null,"p"],"when":["soon","2024-01-01T00:00:00Z","day","x"]}]""")]
    [InlineData("""[null]""")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    public void Read_WhatThisVersionDoesNotWrite_IsRefused(string json)
    {
        var error = Should.Throw<StoreException>(() => FactJson.Read<EquatableArray<Fact>>(json));

        error.Code.ShouldBe("H2B-STORE-006");
        error.InnerException.ShouldBeNull();
    }

    private static IEnumerable<Type> Leaves(Type root) =>
        root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract);
}
