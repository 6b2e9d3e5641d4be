using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Building;

/// <summary>Test data with a sensible default for everything; a test names only what it is about.</summary>
internal static class An
{
    /// <summary>The training officer who acts in most tests.</summary>
    internal static Actor Officer { get; } = Actor.Official("staff:1042");

    /// <summary>28 February 2023, 08:00 in Phnom Penh.</summary>
    internal static Instant Instant { get; } = NodaTime.Instant.FromUtc(2023, 2, 28, 1, 0);

    internal static Institution Institution(
        string code = "MFAIC",
        InstitutionKind kind = InstitutionKind.Ministry,
        string zone = "Asia/Phnom_Penh",
        string? english = null,
        string khmer = "",
        string city = "Phnom Penh",
        string country = "Cambodia",
        string? hours = null) =>
        new(InstitutionCode.Parse(code), new LocalizedText(khmer, english ?? "Institution " + code), kind, city, country, zone, hours is null ? null : WorkingTime.Parse(hours));

    internal static Institution Embassy(string code = "US-WAS-EMB", string zone = "America/New_York", string? hours = null) =>
        Institution(code, InstitutionKind.Embassy, zone, city: "Washington", country: "United States of America", hours: hours);

    /// <summary>An append of one command, valid as it stands.</summary>
    internal static JournalAppend Append(params IEnumerable<StreamAppend> streams) => Append(CommandId.New(), streams);

    internal static JournalAppend Append(CommandId command, params IEnumerable<StreamAppend> streams) =>
        new(command, "fingerprint", Officer, Instant, [.. streams]);
}
