using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The nominations of a book, as its events say.</summary>
internal sealed class NominationState(Rollback rollback)
{
    private readonly OrderedDictionary<NominationId, Nomination> _all = [];
    private readonly Dictionary<RegistrationId, NominationId> _origins = [];

    internal IReadOnlyDictionary<NominationId, Nomination> All => _all;

    /// <summary>Whether a letter was kept since letters were last erased.</summary>
    internal bool HasLetters { get; private set; }

    internal Nomination? Of(RegistrationId registration) => _origins.TryGetValue(registration, out NominationId id) ? _all[id] : null;

    internal void When(TrainingEvent happened)
    {
        bool letters = happened is PeopleNominated or ReplacementNominated or NominationWithdrawn { Letter: not null } || (HasLetters && happened is not NominationLettersErased);
        if (letters != HasLetters)
        {
            bool before = HasLetters;
            rollback.Remember(() => HasLetters = before);
            HasLetters = letters;
        }

        switch (happened)
        {
            case PeopleNominated e:
                Put(new(e.Nomination, e.Institution, e.Letter, e.At, e.Candidates) { Registrations = [.. e.Candidates.Select(c => c.Registration).OfType<RegistrationId>()] });
                break;
            case RegistrationSubstituted e when Of(e.Registration) is { } origin:
                Put(origin with { Registrations = origin.Registrations.Add(e.Replacement) });
                break;
            case NominationWithdrawn e:
                Put(_all[e.Nomination] with { WithdrawnAt = e.At });
                break;
            default:
                break;
        }
    }

    private void Put(Nomination nomination)
    {
        rollback.Put(_all, nomination.Id, nomination);
        foreach (RegistrationId registration in nomination.Registrations)
        {
            if (!_origins.ContainsKey(registration))
            {
                rollback.Put(_origins, registration, nomination.Id);
            }
        }
    }
}
