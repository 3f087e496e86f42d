using FhirHer2Bridge.Fhir.Extract.Text;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text;

/// <summary>Whether a report says that no invasive tumour was left.</summary>
public sealed class ResponseReaderTests
{
    [Theory]
    [InlineData("Complete pathological response, no residual tumour (ypT0 ypN0).")]
    [InlineData("Gastrectomy: ypT0 ypN0.")]
    [InlineData("There is no residual invasive carcinoma.")]
    [InlineData("Pathologische Komplettremission.")]
    [InlineData("Respuesta patológica completa tras neoadyuvancia.")]
    public void Read_NoTumourLeft_IsSaid(string text) => ResponseReader.Read(text).ShouldNotBeNull();

    [Theory]
    [InlineData("Residual tumour of 12 mm, ypT1c.")]
    [InlineData("Not a complete pathological response.")]
    [InlineData("If there is no residual disease, trastuzumab is completed.")]
    [InlineData("Patients with a pathological complete response lived longer.")]
    [InlineData("Axillary nodes completely excised.")]
    [InlineData("")]
    public void Read_AnythingElse_IsNotSaid(string text) => ResponseReader.Read(text).ShouldBeNull();
}
