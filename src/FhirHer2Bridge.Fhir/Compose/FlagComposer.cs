using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>
/// A flag as an R4 Observation (fhir-design 3.2, 3.3): code what, value active or resolved, status how reliable, device us.
/// The text is the flag's own and never copied from a source.
/// </summary>
public static class FlagComposer
{
    private const int MostReferences = 20;

    /// <summary>The Observation as UTF-8 JSON, sealed with the hash of its own content.</summary>
    /// <exception cref="ArgumentException">
    /// The flag rests on nothing (and is not being withdrawn), is resolved without a date, or a detail does not spell.
    /// </exception>
    public static byte[] Observation(Flag flag, WriteContext context)
    {
        if (flag.Evidence.Count == 0 && flag.State != FlagState.Withdrawn)
        {
            throw new ArgumentException("A flag without evidence cannot be walked back and is not written.", nameof(flag));
        }

        using var unsealed = JsonDocument.Parse(Compose(flag, context, seal: null));
        return Compose(flag, context, CanonicalContent.Seal(unsealed.RootElement));
    }

    private static byte[] Compose(Flag flag, WriteContext context, string? seal) =>
        FhirWriter.Resource("Observation", context.Id, json =>
        {
            Frame(json, flag, context, seal);
            json.WriteString("status", Status(flag, context));
            json.Single("category", one => one.Codings(Her2Canonical.Bridge, Her2Canonical.FlagCategory, "HER2 flag"));
            json.Concept("code", Her2Canonical.FlagCodes, flag.Code, FlagCodes.Display(flag.Code));
            json.Object("subject", subject => subject.WriteString("reference", $"Patient/{flag.Patient.Value}"));
            if (flag.Focus is { } focus)
            {
                json.Single("focus", one => one.SourceReference(focus, context.Gone));
            }

            json.WriteString("effectiveDateTime", FhirText.DateTime(flag.Effective));
            json.WriteString("issued", FhirText.Instant(context.Issued));
            Value(json, flag);
            json.Single("note", note => Note(note, flag, context));
            json.Object("method", method => Method(method, flag, context));
            json.Object("device", device => device.WriteString("reference", context.Device));
            json.Many("derivedFrom", Sources(flag, results: true), (one, key) => one.SourceReference(key, context.Gone));
            FlagComponents.Write(json, flag);
        });

    private static void Frame(Utf8JsonWriter json, Flag flag, WriteContext context, string? seal)
    {
        json.Object("meta", meta =>
        {
            if (context.ProfileHeld)
            {
                meta.WriteStartArray("profile");
                meta.WriteStringValue(Her2Canonical.FlagProfile);
                meta.WriteEndArray();
            }

            // DEVAST: asserted by a device, not by a clinician (v3-ObservationValue).
            meta.Single("security", label => label.Coding(CoreCanonical.ObservationValue, "DEVAST"));
        });
        json.WriteString("language", "en");
        json.Object("text", text =>
        {
            text.WriteString("status", "generated");
            text.WriteString("div", FhirText.Narrative(flag.Text));
        });
        json.Many("extension", Extensions(flag, context), static (writer, one) => one(writer));
        List<(string System, string Value)> names = [(Her2Canonical.FlagKey, context.FlagKey)];
        if (seal is not null)
        {
            names.Add((Her2Canonical.ContentSeal, seal));
        }

        json.Many("identifier", names, static (one, name) => one.Identifier(name.System, name.Value));
    }

    private static List<Action<Utf8JsonWriter>> Extensions(Flag flag, WriteContext context)
    {
        List<Action<Utf8JsonWriter>> extensions = [];
        foreach (var key in Sources(flag, results: false))
        {
            extensions.Add(json =>
            {
                json.WriteString("url", CoreCanonical.SupportingInfo);
                json.Object("valueReference", reference => reference.SourceReference(key, context.Gone));
            });
        }

        if (flag.State == FlagState.Withdrawn)
        {
            extensions.Add(json =>
            {
                json.WriteString("url", CoreCanonical.StatusReason);
                json.Concept("valueCodeableConcept", Her2Canonical.Bridge, flag.Reason ?? "source-entered-in-error");
            });
        }

        return extensions;
    }

    /// <summary>R4 lets <c>derivedFrom</c> name Observations; everything else is supporting information (fhir-design D3).</summary>
    private static List<ResourceKey> Sources(Flag flag, bool results) =>
    [
        .. flag.Evidence
            .Where(source => source.ResourceType is "Observation" == results)
            .Select(static source => source.Key)
            .Distinct()
            .Take(MostReferences),
    ];

    private static string Status(Flag flag, WriteContext context) => flag.State switch
    {
        FlagState.Withdrawn => "entered-in-error",
        FlagState.Resolved => "amended",
        _ when flag.Provisional => "preliminary",
        _ => context.StandsFinal ? "amended" : "final",
    };

    private static void Value(Utf8JsonWriter json, Flag flag)
    {
        // A withdrawn flag keeps the value it had (fhir-design 3.3): its status says that it never held.
        var (state, stateName, interpretation, interpretationName) = flag.State == FlagState.Resolved
            ? ("resolved", "Resolved", "N", "Normal")
            : ("active", "Active", "A", "Abnormal");
        json.Concept("valueCodeableConcept", Her2Canonical.FlagStates, state, stateName);
        json.Single("interpretation", one => one.Codings(CoreCanonical.Interpretation, interpretation, interpretationName));
    }

    private static void Note(Utf8JsonWriter json, Flag flag, WriteContext context)
    {
        json.WriteString("authorString", FlagReader.AuthorPrefix + context.SoftwareVersion);
        json.WriteString("time", FhirText.Instant(context.Issued));
        json.WriteString("text", FhirText.Plain(flag.Text));
    }

    private static void Method(Utf8JsonWriter json, Flag flag, WriteContext context)
    {
        json.Codings(Her2Canonical.Bridge, $"rule-{flag.Rule.Value.ToLowerInvariant()}");
        json.WriteString("text", $"FhirHer2Bridge ruleset {context.RulesetVersion}");
    }
}
