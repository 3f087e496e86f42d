using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class UnansweredTreatmentBoundaryTests
{
    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void WithoutResult_UnreadDoseBeforeTheFirst_MayBeTheFirst(int unread, bool asked) =>
        Gastric().Doses(Trastuzumab, 10).Gap("medication-unresolved", unread, mayHideTest: false, mayHideDose: true)
            .Undetermined("H2B-07", 60).Contains("doses-not-read-through").ShouldBe(asked);

    [Fact]
    public void WithoutResult_UnreadDosesBeforeAndAfterTheFirst_AskForTheOneBefore() =>
        Gastric().Doses(Trastuzumab, 10)
            .Gap("medication-unresolved", 30, mayHideTest: false, mayHideDose: true)
            .Gap("medication-unresolved", 9, mayHideTest: false, mayHideDose: true)
            .Undetermined("H2B-07", 60).ShouldContain("doses-not-read-through");
}
