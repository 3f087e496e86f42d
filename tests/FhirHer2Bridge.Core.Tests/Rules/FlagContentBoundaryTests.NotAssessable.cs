using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class FlagContentBoundaryTests
{
    [Fact]
    [Trait("Row", "7/F28")]
    public void NotAssessable_DiagnosisInPlaceOfAResult_IsSaidOnceATestCouldHaveReported() =>
        Gastric()
            .Doses(Trastuzumab, 10, 31)
            .Add(new StatedByConditionFact { Source = new("Condition", "k", "1", "code"), When = Day(-2), Status = Positive, Label = "HER2 positive carcinoma" })
            .Written("not-assessable", 60).ShouldBe("""
        Moderate Active, day 24
        about Condition/k [Condition/k], Gastric, no condition, 2021-01-02
        A diagnosis names a HER2 status (HER2 positive carcinoma), and no HER2 result is on record. trastuzumab was given on 2021-01-14.
        rests on Condition/k, MedicationAdministration/d10
        says trastuzumab-last-date 2021-01-14
        """);
}
