using FhirHer2Bridge.Service.Tests.Architecture;

namespace FhirHer2Bridge.Service.Tests.Cases;

/// <summary>A test over real FHIR files that are not part of the project; HER2_DATA names their folder (default ../shared/data/fhir).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealFilesFactAttribute : FactAttribute
{
    public RealFilesFactAttribute()
    {
        if (!Directory.Exists(Folder))
        {
            Skip = "REAL FILES NOT READ: ../shared/data/fhir is absent; HER2_DATA names another folder.";
        }
    }

    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("HER2_DATA") ?? Path.Combine(Repository.Root, "..", "shared", "data", "fhir");
}
