using FhirHer2Bridge.Service.Cli;

return await CommandLine.RunAsync(args, TimeProvider.System);
