using System.Reflection;

namespace FhirHer2Bridge.Service;

internal static class Product
{
    /// <summary>Version of the program, as in its assembly.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
