namespace FhirHer2Bridge.Service;

internal static class Program
{
    private static void Main()
    {
    }
}
