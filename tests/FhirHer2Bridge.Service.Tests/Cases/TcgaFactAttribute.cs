namespace FhirHer2Bridge.Service.Tests.Cases;

/// <summary>A test over the table of TCGA-BRCA, which is not part of the project: it lies beside the real FHIR files (README of their folder).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TcgaFactAttribute : FactAttribute
{
    public TcgaFactAttribute()
    {
        if (!System.IO.File.Exists(File))
        {
            Skip = "REAL TABLE NOT READ: ../shared/data/dev/tcga_brca_her2.csv is absent; HER2_DATA names another data folder.";
        }
    }

    public static string File { get; } = Path.Combine(RealFilesFactAttribute.Folder, "..", "dev", "tcga_brca_her2.csv");
}
