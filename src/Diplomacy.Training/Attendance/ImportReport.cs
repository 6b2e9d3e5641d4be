using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What an import found.</summary>
/// <param name="Digest">SHA-256 of the source's bytes.</param>
/// <param name="WasImported">Whether this very file had been imported before, so that nothing changed (R31).</param>
/// <param name="Superseded">The digests of the reports that this import replaced, ordered; empty where nothing changed.</param>
/// <param name="Rows">How many rows the source had.</param>
/// <param name="RowsMatched">How many rows belong to a confirmed registration, by registrant id, by address or by decision.</param>
/// <param name="PeopleMatched">How many registrations these are.</param>
/// <param name="RowsSetAside">How many rows a person has decided to be no participant's.</param>
/// <param name="RowsOutsideSessions">How many rows touch no session. Many of them suggest that the file was read in another zone than it was written in.</param>
/// <param name="Ignored">Rows that are no evidence, and why.</param>
/// <param name="ToReview">Callers of this file about whom a person must decide.</param>
public sealed record ImportReport(
    string Digest, bool WasImported, ImmutableArray<string> Superseded, int Rows, int RowsMatched, int PeopleMatched, int RowsSetAside, int RowsOutsideSessions,
    ImmutableArray<IgnoredRow> Ignored, ImmutableArray<ReviewItem> ToReview);

/// <summary>A caller about whom a person must decide: rows of one display name and address that nobody could be found for.</summary>
/// <remarks>Immutable; personal data, for the eyes of whoever decides.</remarks>
public sealed class ReviewItem
{
    internal ReviewItem(string key, ImmutableArray<SourceRow> rows, string displayName, string? email, string? userPrincipalName, TrainingText reason, ImmutableArray<ReviewSuggestion> suggestions) =>
        (Key, Rows, DisplayName, Email, UserPrincipalName, Reason, Suggestions) = (key, rows, displayName, email, userPrincipalName, reason, suggestions);

    /// <summary>The caller's key, to decide by.</summary>
    public string Key { get; }

    /// <summary>The rows, ordered by source and number; at least one.</summary>
    public ImmutableArray<SourceRow> Rows { get; }

    /// <summary>The source of the first row; empty where its name was erased.</summary>
    public string Source => Rows[0].Source;

    /// <summary>The number of the first row in its source.</summary>
    public int RowNumber => Rows[0].Number;

    /// <summary>The name shown in the call; empty where it was erased.</summary>
    public string DisplayName { get; }

    /// <summary>The address signed in with; null for guests.</summary>
    public string? Email { get; }

    /// <summary>A user principal name that the report tells apart from <see cref="Email"/>; null where there is none.</summary>
    public string? UserPrincipalName { get; }

    /// <summary>Why nobody was found, such as <c>attendance.review-no-address</c>.</summary>
    public TrainingText Reason { get; }

    /// <summary>Who it may be, the likeliest first; at most five. Never taken by itself: a name alone proves nothing (R30).</summary>
    public ImmutableArray<ReviewSuggestion> Suggestions { get; }

    /// <summary>Only that an item is here, and its first row.</summary>
    public override string ToString() => FormattableString.Invariant($"(row {RowNumber} to review)");
}

/// <summary>A row of a source.</summary>
/// <param name="Source">The source's name; empty where it was erased.</param>
/// <param name="Number">The row's number in it.</param>
public readonly record struct SourceRow(string Source, int Number);

/// <summary>Who a caller may be.</summary>
/// <param name="Registration">The confirmed registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Likeness">From 0 to 1: how alike the names are, in whichever of the stored scripts fits better.</param>
/// <param name="HasAddress">Whether the person has the caller's address, or their registrant id points there; these come first.</param>
public sealed record ReviewSuggestion(RegistrationId Registration, PersonId Person, double Likeness, bool HasAddress);
