using System.Reflection;
using System.Xml.Linq;
using FhirHer2Bridge.Core;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Sandbox;

namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>Dependencies point down only, and only Service knows the world (design section 2).</summary>
public sealed class ProjectFenceTests
{
    private static readonly string[] NoWorld =
    [
        "System.Net", "System.IO", "System.Console", "System.Diagnostics.Process", "System.Threading", "System.Data", "Microsoft.",
    ];

    [Theory]
    [InlineData("Core")]
    [InlineData("Fhir", "FhirHer2Bridge.Core.csproj")]
    [InlineData("Sandbox")]
    [InlineData("Service", "FhirHer2Bridge.Fhir.csproj", "FhirHer2Bridge.Sandbox.csproj")]
    public void Project_References_OnlyThoseBelowIt(string project, params string[] expected)
    {
        var references = Items(project, "ProjectReference").Select(path => path[(path.LastIndexOf('/') + 1)..]);

        references.Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Fhir")]
    [InlineData("Sandbox")]
    public void Project_BelowService_HasNoPackage(string project) => Items(project, "PackageReference").ShouldBeEmpty();

    [Theory]
    [InlineData("Core")]
    [InlineData("Fhir")]
    public void PureProject_Framework_IsTheBaseOne(string project) => Items(project, "FrameworkReference").ShouldBeEmpty();

    [Fact]
    public void EveryProject_SharedPackages_AreAnalyzersThatDoNotTravel()
    {
        var shared = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("PackageReference").ToList();

        shared.Select(package => (string?)package.Attribute("Include"))
            .ShouldBe(["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Meziantou.Analyzer"]);
        shared.ShouldAllBe(package => (string?)package.Attribute("PrivateAssets") == "all");
    }

    [Fact]
    public void PureAssemblies_Compiled_ReferenceNothingOfTheWorld()
    {
        Assembly[] pure = [typeof(Her2Engine).Assembly, typeof(Extractor).Assembly];

        var referenced = pure.SelectMany(Names).Where(name => NoWorld.Any(world => name.StartsWith(world, StringComparison.Ordinal)));

        referenced.ShouldBeEmpty();
    }

    [Fact]
    public void Assemblies_Compiled_ReferenceOnlyThoseBelowThem()
    {
        Own(typeof(Her2Engine).Assembly).ShouldBeEmpty();
        Own(typeof(Extractor).Assembly).ShouldBe(["FhirHer2Bridge.Core"]);
        Own(typeof(SandboxServer).Assembly).ShouldBeEmpty();
    }

    private static IEnumerable<string> Own(Assembly assembly) =>
        Names(assembly).Where(name => name.StartsWith("FhirHer2Bridge", StringComparison.Ordinal) || name is "fhirher2bridge");

    private static IEnumerable<string> Names(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", $"FhirHer2Bridge.{project}", $"FhirHer2Bridge.{project}.csproj"))
            .Descendants(kind)
            .Select(item => (string)item.Attribute("Include")!);
}
