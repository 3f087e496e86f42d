namespace FhirHer2Bridge.Server.Tests.Hapi;

/// <summary>HAPI tests run one after another: one server at a time.</summary>
[CollectionDefinition(Name)]
public sealed class OneHapiAtATime
{
    public const string Name = "HAPI";
}
