using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Write;

/// <summary>As whom and how the bridge writes.</summary>
/// <param name="Settings">Section <c>Write</c>.</param>
/// <param name="Keys">Keys under the site's secret and <see cref="WriteSettings.Instance"/>.</param>
/// <param name="SoftwareVersion">Version of the program, named in notes and on the Device.</param>
/// <param name="RulesetVersion">Version of the rules, named in every flag's method.</param>
internal sealed record WriteManner(WriteSettings Settings, FlagKeys Keys, string SoftwareVersion, string RulesetVersion);
