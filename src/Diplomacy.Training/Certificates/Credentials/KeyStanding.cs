namespace Diplomacy.Training.Credentials;

/// <summary>
/// How a key stands. What counts is whether it was in use when a credential was issued, not whether it is now: a certificate outlives the key that signed it. The cases are
/// those nested here and no others.
/// </summary>
/// <remarks>Immutable.</remarks>
public abstract record KeyStanding
{
    private KeyStanding(Instant from) => From = from;

    /// <summary>The first instant for which the key signs.</summary>
    public Instant From { get; }

    /// <summary>The key signs.</summary>
    public sealed record Active : KeyStanding
    {
        /// <summary>The key signs.</summary>
        /// <param name="from">From when, itself included.</param>
        public Active(Instant from)
            : base(from)
        {
        }
    }

    /// <summary>The key signs no more; what it signed stays valid.</summary>
    public sealed record Retired : KeyStanding
    {
        /// <summary>The key was replaced.</summary>
        /// <param name="from">From when it signed, itself included.</param>
        /// <param name="until">Until when, itself not included.</param>
        /// <exception cref="ArgumentException"><paramref name="until"/> is not later than <paramref name="from"/>.</exception>
        public Retired(Instant from, Instant until)
            : base(from) => Until = until > from ? until : throw new ArgumentException("A key retires after it began to sign.", nameof(until));

        /// <summary>The first instant for which it no longer signs.</summary>
        public Instant Until { get; }
    }

    /// <summary>
    /// Others may hold the key. Whoever does can also date back, so a date before <see cref="Since"/> proves nothing by itself:
    /// see <see cref="CredentialVerifierOptions.IsRegistered"/>.
    /// </summary>
    public sealed record Compromised : KeyStanding
    {
        /// <summary>The key leaked.</summary>
        /// <param name="from">From when it signed, itself included.</param>
        /// <param name="since">From when others may have held it, itself included.</param>
        /// <exception cref="ArgumentException"><paramref name="since"/> is earlier than <paramref name="from"/>.</exception>
        public Compromised(Instant from, Instant since)
            : base(from) => Since = since >= from ? since : throw new ArgumentException("A key leaks after it began to sign.", nameof(since));

        /// <summary>The first instant at which others may have held it.</summary>
        public Instant Since { get; }
    }
}

/// <summary>A key that is trusted, and how it stands.</summary>
/// <param name="Key">The key.</param>
/// <param name="Standing">How it stands.</param>
public sealed record TrustedKey(VerificationKey Key, KeyStanding Standing)
{
    /// <summary>The key.</summary>
    public VerificationKey Key { get; } = Key ?? throw new ArgumentNullException(nameof(Key));

    /// <summary>How it stands.</summary>
    public KeyStanding Standing { get; } = Standing ?? throw new ArgumentNullException(nameof(Standing));
}
