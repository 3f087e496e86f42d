using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Tests.Docs;

/// <summary>docs/errors.md and docs/rules.md say what the code says; UPDATE_DOCS=1 writes them anew.</summary>
public sealed class DerivedDocsTests
{
    [Fact]
    public void Errors_Document_IsCurrent() => IsCurrent(ErrorsText.File, ErrorsText.Derive());

    [Fact]
    public void Rules_Document_IsCurrent() => IsCurrent(RulesText.File, RulesText.Derive());

    [Fact]
    public void ErrorCodes_All_AreUnique() => ErrorsText.Codes.ShouldBeUnique();

    [Fact]
    public void GapCodes_All_AreUnique() =>
        GapCodes.All.Select(static gap => gap.Code).Concat(ReasonWords.Gaps.Keys).ShouldBeUnique();

    [Theory]
    [InlineData(typeof(PullErrors))]
    [InlineData(typeof(WriteErrors))]
    [InlineData(typeof(RunErrors))]
    public void Errors_Each_SayWhatItMeansAndWhatToDo(Type type) =>
        XmlComments.Of(type).ShouldAllBe(static error => error.Meaning.Length > 0 && error.WhatToDo.Length > 0);

    private static void IsCurrent(string file, string derived)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is "1")
        {
            File.WriteAllText(Repository.PathOf(file), derived);
        }

        Repository.Read(file).ShouldBe(derived, $"{file} is derived: run the tests once with UPDATE_DOCS=1 and commit it");
    }
}
