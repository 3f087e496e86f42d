using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class LookupCostTests
{
    /// <summary>Every coding of every resource passes here.</summary>
    [Fact]
    public void LookUps_Warm_AllocateNothing()
    {
        LookUpAll();
        var before = GC.GetAllocatedBytesForCurrentThread();

        LookUpAll();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void LookUpAll()
    {
        var terms = Terms.Embedded;
        _ = terms.Test(Codes.Loinc, "48676-1");
        _ = terms.Test(Codes.Loinc, "2345-7");
        _ = terms.Answer(Codes.Snomed, "431396003");
        _ = terms.Interpretation(Codes.Interpretation, "POS");
        _ = terms.DrugByCode(Codes.RxNorm, "224905");
        _ = terms.Tumour(Codes.Icd10, "C16.9");
        _ = terms.Spread(Codes.Icd10, "C78.7");
        _ = terms.Progression(Codes.Snomed, "271299001");
        _ = terms.MentionsHer2("her 2-month follow-up, HER2/neu by FISH");
        _ = terms.OtherMarker("Ki-67 index");
    }
}
