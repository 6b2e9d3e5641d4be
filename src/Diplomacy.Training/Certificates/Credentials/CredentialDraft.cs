using System.Text;

namespace Diplomacy.Training.Credentials;

/// <summary>What a credential will state, complete: writing it reads no clock, no culture and no randomness, so the same draft always gives the same payload.</summary>
/// <remarks>Immutable. Personal data: the facts hold a name.</remarks>
public sealed record CredentialDraft
{
    /// <summary>Completes a draft.</summary>
    /// <param name="facts">The frozen facts. Names are written in Unicode form C.</param>
    /// <param name="id">The credential's id, random; it becomes <c>id</c> and <c>jti</c> as <c>urn:uuid</c>.</param>
    /// <param name="subject">The subject's id, random for each credential and not kept for the person, so that two credentials cannot be linked; <c>sub</c>.</param>
    /// <param name="issuedAt">When it is issued; cut to the second. <c>validFrom</c> and <c>nbf</c>.</param>
    /// <param name="status">Where its status will stand.</param>
    /// <exception cref="ArgumentException">
    /// An id is empty, there is no name, a text cannot be printed (a control character, a direction control, half of a surrogate pair), or the counted time is not in whole seconds.
    /// </exception>
    public CredentialDraft(CertificateFacts facts, Guid id, Guid subject, Instant issuedAt, StatusEntry status)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(status);
        if (id == Guid.Empty || subject == Guid.Empty || id == subject)
        {
            throw new ArgumentException("A credential and its subject have random ids of their own.", nameof(id));
        }

        string latin = PrintedText.Normalize(facts.PrintedName, nameof(facts));
        string? native = facts.NativeName is null ? null : PrintedText.Normalize(facts.NativeName, nameof(facts));
        if (latin.Length == 0 && string.IsNullOrEmpty(native))
        {
            throw new ArgumentException("A certificate needs a name in one script at least.", nameof(facts));
        }

        if (facts.CountedTime < Duration.Zero || facts.CountedTime.SubsecondNanoseconds != 0)
        {
            throw new ArgumentException("The counted time is written in whole seconds.", nameof(facts));
        }

        Facts = facts with { PrintedName = latin, NativeName = native };
        (Id, Subject, Status, IssuedAt) = (id, subject, status, Seconds(issuedAt));
    }

    /// <summary>What it states.</summary>
    public CertificateFacts Facts { get; }

    /// <summary>The credential's id.</summary>
    public Guid Id { get; }

    /// <summary>The subject's id.</summary>
    public Guid Subject { get; }

    /// <summary>When it is issued, in whole seconds.</summary>
    public Instant IssuedAt { get; }

    /// <summary>Where its status stands.</summary>
    public StatusEntry Status { get; }

    /// <summary>When it ends, itself not included, in whole seconds; null, which suits certificates of attendance, when it never does. <c>validUntil</c> and <c>exp</c>.</summary>
    /// <value>null</value>
    /// <exception cref="ArgumentException">It is not later than <see cref="IssuedAt"/>.</exception>
    public Instant? ValidUntil
    {
        get;
        init => field = value is null || Seconds(value.Value) > IssuedAt ? (value is { } end ? Seconds(end) : null) : throw new ArgumentException("A credential ends after it was issued.", nameof(value));
    }

    /// <summary>When the award was first made, where this replaces an earlier certificate (<c>awardedDate</c>); null otherwise.</summary>
    /// <value>null</value>
    public Instant? AwardedAt { get; init => field = value is { } at ? Seconds(at) : null; }

    /// <summary>The credential's id alone; never the name by accident.</summary>
    public override string ToString() => Urn(Id);

    internal static string Urn(Guid id) => $"urn:uuid:{id:D}";

    private static Instant Seconds(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Urn(Id));
        return true;
    }
}
