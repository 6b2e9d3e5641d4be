namespace Diplomacy.Training.Tests.Registrations;

/// <summary>The verbs: which rules each would break, in the order in which they are told, and what each does.</summary>
internal sealed partial class BruteForceBook
{
    /// <summary>What somebody was told: where they stand, the limits in the way, the place in line, and whose turn it was.</summary>
    internal sealed record Told(string What, IReadOnlyList<BindingLimit> Limits, int? Position = null, IReadOnlyList<RegistrationId>? Promoted = null)
    {
        public override string ToString() => $"{What} {Position} [{string.Join(", ", Limits.Select(l => l.ToString()).Order(StringComparer.Ordinal))}] [{string.Join(", ", Promoted ?? [])}]";
    }

    internal List<string> CheckRegister(Entry entry)
    {
        List<string> unmet = Now.Status != WorkshopStatus.Published || Now.At < Now.Opens || Now.At >= Now.Closes ? ["registration.is-open"] : [];
        return [.. unmet, .. CheckPlace(entry.Role, entry.Place), .. CheckPerson(entry.Person, entry.From)];
    }

    internal Told Register(Entry entry, bool overriding)
    {
        entry.Person = Canonical(entry.Person);
        Entries.Add(entry);
        return Admit(entry, overriding);
    }

    internal List<string> CheckCancel(Entry entry, ActorCapacity by) =>
        !entry.IsActive && entry.Status != RegistrationStatus.Cancelled ? ["registration.is-active"]
        : entry.IsActive && by == ActorCapacity.Participant && Now.At >= Now.CancelsUntil ? ["registration.can-be-cancelled"]
        : [];

    internal Told Cancel(Entry entry)
    {
        bool active = entry.IsActive;
        entry.End(active ? RegistrationStatus.Cancelled : entry.Status);
        return new($"{active}", [], null, active ? Promote() : []);
    }

    internal List<string> CheckApprove(Entry entry) =>
        entry.Status != RegistrationStatus.AwaitingApproval ? ["registration.awaits-approval"]
        : entry.Keeps ? []
        : CheckPlace(entry.Role, entry.Place);

    internal Told Approve(Entry entry, bool overriding)
    {
        if (entry.Keeps)
        {
            (entry.Status, entry.Keeps) = (RegistrationStatus.Confirmed, false);
            return new("Confirmed", []);
        }

        return Seat(entry, overriding);
    }

    internal static List<string> CheckReject(Entry entry) =>
        entry.Status is RegistrationStatus.AwaitingApproval or RegistrationStatus.Rejected ? [] : ["registration.awaits-approval"];

    internal Told Reject(Entry entry)
    {
        bool awaits = entry.IsActive;
        entry.End(RegistrationStatus.Rejected);
        return new($"{awaits}", [], null, awaits ? Promote() : []);
    }

    internal static List<string> CheckAccept(Entry entry) =>
        entry.Status is RegistrationStatus.Offered or RegistrationStatus.Confirmed ? [] : ["registration.offer-stands"];

    internal static Told Accept(Entry entry)
    {
        (entry.Status, entry.Until) = (RegistrationStatus.Confirmed, null);
        return new("Confirmed", []);
    }

    internal static List<string> CheckDecline(Entry entry) => entry.Status == RegistrationStatus.Offered ? [] : ["registration.offer-stands"];

    internal Told Decline(Entry entry)
    {
        entry.End(RegistrationStatus.Cancelled);
        return new("True", [], null, Promote());
    }

    internal List<string> CheckSwitch(Entry entry, (DeliveryMode, string?) to, ActorCapacity by) =>
        [.. CheckChange(entry, by), .. CheckPlace(entry.Role, to), .. Now.Erased.Contains(entry.Person) ? ["person.is-known"] : Array.Empty<string>()];

    internal Told Switch(Entry entry, (DeliveryMode, string?) to, bool overriding)
    {
        entry.Want = entry.Want == to ? to : null;
        if (to == entry.Place && entry.Status == RegistrationStatus.Waiting)
        {
            List<BindingLimit> missing = FullToAll(entry, to);
            if (!overriding)
            {
                return new("Waiting False", missing, PositionOf(entry));
            }

            entry.Status = RegistrationStatus.Confirmed;
            return new("Switched", missing, null, Promote());
        }

        if (to == entry.Place)
        {
            return new("Switched", [], null, Promote());
        }

        bool seatless = entry.Status == RegistrationStatus.AwaitingApproval && !entry.Keeps;
        List<BindingLimit> full = seatless ? [] : FullToAll(entry, to);
        if (full.Count == 0 || overriding)
        {
            (entry.Place, entry.Want) = (to, null);
            entry.Status = entry.Status == RegistrationStatus.Waiting ? RegistrationStatus.Confirmed : entry.Status;
            return new("Switched", full, null, Promote());
        }

        if (!MayWait)
        {
            return new("Declined", full);
        }

        if (entry.Want != to)
        {
            entry.Want = entry.HoldsSeat ? to : null;
            entry.Place = entry.HoldsSeat ? entry.Place : to;
            Join(entry);
        }

        return new($"Waiting {entry.HoldsSeat}", full, PositionOf(entry));
    }

    internal List<string> CheckSubstitute(Entry entry, PersonId person, string[] groups, bool overriding, ActorCapacity by)
    {
        List<string> unmet = [.. CheckChange(entry, by), .. CheckPerson(person, entry.From)];
        return entry.HoldsSeat && !overriding && Missing(entry, groups).Count > 0 ? [.. unmet, "registration.limits-allow"] : unmet;
    }

    internal Told Substitute(Entry entry, RegistrationId replacement, PersonId person, string[] groups)
    {
        Entry fresh = entry.As(replacement, Now.At);
        (fresh.Person, fresh.Groups) = (Canonical(person), groups);
        entry.End(RegistrationStatus.Substituted);
        Entries.Add(fresh);
        return new($"{fresh.Status}", [], null, Promote());
    }

    internal List<string> CheckRestore(Entry entry)
    {
        bool can = !entry.IsActive && entry.Status != RegistrationStatus.Substituted && Now.Status == WorkshopStatus.Published && Now.At < Now.End;
        return
        [
            .. can ? [] : (string[])["registration.can-be-restored"],
            .. CheckPlace(entry.Role, entry.Place),
            .. entry.IsActive ? [] : CheckPerson(entry.Person, entry.From),
        ];
    }

    internal Told Restore(Entry entry, bool overriding) => Admit(entry, overriding);

    internal static List<string> CheckPrioritise(Entry entry) => entry.IsActive ? [] : ["registration.is-active"];

    internal Told Prioritise(Entry entry, int priority)
    {
        entry.Priority = priority;
        return new("", [], PositionOf(entry));
    }

    internal int Invite(PersonId[] people, bool invited)
    {
        int changed = 0;
        foreach (PersonId person in people.Select(Canonical).Distinct())
        {
            changed += IsInvited(person) != invited ? 1 : 0;
            if (!invited)
            {
                Invited.RemoveWhere(p => Canonical(p) == person);
            }
            else if (!IsInvited(person))
            {
                Invited.Add(person);
            }
        }

        return changed;
    }

    private bool IsInvited(PersonId person) => Invited.Any(p => Canonical(p) == Canonical(person));

    private List<BindingLimit> Missing(Entry entry, string[] groups)
    {
        // What the new person falls under and the old one does not.
        Entry fresh = entry.As(entry.Id, entry.Registered);
        fresh.Groups = groups;
        string[] satisfied = [.. LimitsOf(Now.Plan, entry, entry.Place).Select(l => l.Key)];
        fresh.Status = RegistrationStatus.Declined;
        return [.. FullToAll(fresh, entry.Place).Where(l => !satisfied.Contains(l.Key))];
    }

    private Told Admit(Entry entry, bool overriding)
    {
        if (Now.Plan.Approval == ApprovalPolicy.None || entry.Role != ParticipantRole.Participant || overriding)
        {
            return Seat(entry, overriding);
        }

        List<BindingLimit> full = Now.Plan.Approval == ApprovalPolicy.HoldsSeat ? FullToAll(entry, entry.Place) : [];
        (entry.Status, entry.Keeps) = (RegistrationStatus.AwaitingApproval, Now.Plan.Approval == ApprovalPolicy.HoldsSeat && full.Count == 0);
        return new($"AwaitingApproval {entry.Keeps}", full);
    }

    private Told Seat(Entry entry, bool overriding)
    {
        List<BindingLimit> full = FullToAll(entry, entry.Place);
        if (full.Count == 0 || overriding)
        {
            entry.Status = RegistrationStatus.Confirmed;
            return new("Confirmed", full);
        }

        int waiting = Entries.Count(e => e.Status == RegistrationStatus.Waiting);
        if ((MayWait ? Now.Plan.WaitingPlaces : 0) is { } places && waiting >= places)
        {
            entry.Status = RegistrationStatus.Declined;
            return new("Declined", [.. full, new("waiting", places, waiting)]);
        }

        entry.Status = RegistrationStatus.Waiting;
        Join(entry);
        return new("Waiting", full, PositionOf(entry));
    }

    private List<string> CheckPlace(ParticipantRole role, (DeliveryMode Mode, string? Sitting) place) =>
        (place.Sitting is null ? role == ParticipantRole.Participant && Now.Plan.HasSittings : !Now.Plan.HasSittings || place.Sitting is not ("east" or "west")) ? ["registration.sitting-is-held"]
        : Offers(Now.Plan, place) ? []
        : ["registration.mode-is-offered"];

    private List<string> CheckPerson(PersonId person, InstitutionCode from)
    {
        List<string> unmet = Now.Erased.Contains(person) || Now.Erased.Contains(Canonical(person)) ? ["person.is-known"] : [];
        if (Now.Plan.InvitedOnly && from != Registrar.Ministry && from != Registrar.Paris && !IsInvited(person))
        {
            unmet.Add("registration.person-is-invited");
        }

        if (ActiveOf(Canonical(person)) is not null)
        {
            unmet.Add("registration.person-is-not-registered");
        }

        return unmet;
    }

    private List<string> CheckChange(Entry entry, ActorCapacity by)
    {
        List<string> unmet = entry.IsActive ? [] : ["registration.is-active"];
        if (by is ActorCapacity.Participant or ActorCapacity.FocalPoint && Now.At >= Now.ChangesUntil)
        {
            unmet.Add("registration.can-be-changed");
        }

        return unmet;
    }
}
