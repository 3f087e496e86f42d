namespace FhirHer2Bridge.Service;

internal static class Program
{
    private const int WrongUsage = 64;

    private static int Main() => WrongUsage;
}
