using FhirHer2Bridge.Fhir.Extract;

namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>What Service sees of Fhir. Wire views are not in it: how R4 is spelled stays in one project.</summary>
public sealed class FhirSurfaceTests
{
    [Fact]
    public void Fhir_PublicTypes_AreTheBaseline() =>
        typeof(Extractor).Assembly.GetExportedTypes().Select(type => type.FullName!["FhirHer2Bridge.Fhir.".Length..])
            .Order(StringComparer.Ordinal)
            .ShouldBe(
            [
                "Compose.CanonicalContent",
                "Compose.DeviceComposer",
                "Compose.FlagActivity",
                "Compose.FlagCodes",
                "Compose.FlagComposer",
                "Compose.FlagIds",
                "Compose.FlagReader",
                "Compose.OwnFlag",
                "Compose.ProvenanceComposer",
                "Compose.ProvenanceContext",
                "Compose.SupersededComposer",
                "Compose.WriteContext",
                "Extract.Dataset",
                "Extract.DatasetReader",
                "Extract.ExtractIssue",
                "Extract.ExtractOptions",
                "Extract.Extraction",
                "Extract.Extractor",
                "Extract.GapCodes",
                "Extract.IPdfText",
                "Extract.IssueCode",
                "Extract.IssueCodes",
                "Extract.IssueSeverity",
                "Extract.PatientIdentifier",
                "Extract.Subject",
                "Extract.Text.TextResultJson",
                "R4.Her2Canonical",
            ]);
}
