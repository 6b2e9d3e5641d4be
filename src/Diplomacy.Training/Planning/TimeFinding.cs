namespace Diplomacy.Training;

/// <summary>One thing that newer time zone data changes in a workshop's times; see <see cref="TimeReview"/>.</summary>
/// <remarks>Immutable. Holds no personal data.</remarks>
public abstract record TimeFinding
{
    private TimeFinding(string version) => ZoneDataVersion = version;

    /// <summary>The version of the time zone data that finds it.</summary>
    public string ZoneDataVersion { get; }

    /// <summary>The finding in words, with what to do about it.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => Text.Explain(language, texts);

    private protected abstract TrainingText Text { get; }

    /// <summary>An agenda item's local time means another instant than the agenda holds. The organiser keeps one of the two (R21).</summary>
    public sealed record HostInstantMoved : TimeFinding
    {
        internal HostInstantMoved(string version, string zoneId, ScheduledItem item, Instant now)
            : base(version) => (ZoneId, Item, Local, Old, New) = (zoneId, item.Item.Code, item.Item.Start, item.Time.Start, now);

        /// <summary>The host's time zone.</summary>
        public string ZoneId { get; }

        /// <summary>The code of the agenda item.</summary>
        public string Item { get; }

        /// <summary>Its start by the host's clocks.</summary>
        public LocalDateTime Local { get; }

        /// <summary>The instant that the agenda holds: what follows when the instant is kept.</summary>
        public Instant Old { get; }

        /// <summary>The instant that the local time means now: what follows when the wall time is kept.</summary>
        public Instant New { get; }

        private protected override TrainingText Text =>
            TimeReviewTexts.HostInstantMoved.With(("item", Item), ("time", Local), ("zone", ZoneId), ("old", Old), ("new", New), ("version", ZoneDataVersion));
    }

    /// <summary>An institution's clocks will show another time for a session than it was told.</summary>
    /// <remarks>Where only the offset from UTC changed and the clocks show what was told, as at the host's own department when the wall time is kept, nothing is found here.</remarks>
    public sealed record MissionTimeMoved : TimeFinding
    {
        internal MissionTimeMoved(string version, ToldTime told, bool wasTold, ZonedDateTime now, WorkingTime working, TimeKept? kept)
            : base(version) =>
            (Told, WasTold, Now, BandBefore, BandAfter, Kept) = (told, wasTold, now, working.BandAt(told.Start), working.BandAt(now.LocalDateTime), kept);

        /// <summary>The institution.</summary>
        public InstitutionCode Institution => Told.Institution;

        /// <summary>The code of the session.</summary>
        public string Session => Told.Session;

        /// <summary>What it was told; where <see cref="WasTold"/> is false, what it would have been told by the time zone data in force before.</summary>
        public ToldTime Told { get; }

        /// <summary>Whether it was told at all.</summary>
        public bool WasTold { get; }

        /// <summary>When it begins now, by the institution's clocks, in its zone.</summary>
        public ZonedDateTime Now { get; }

        /// <summary>How the told start lies to the institution's working time. Holidays are not looked at.</summary>
        public WorkingBand BandBefore { get; }

        /// <summary>How the start lies to its working time now.</summary>
        public WorkingBand BandAfter { get; }

        /// <summary>The date now less the date told: 1 when it has become the next day.</summary>
        public int DayShift => Period.DaysBetween(Told.Start.Date, Now.Date);

        /// <summary>Under which choice of the organiser this holds; null when it holds whatever is kept.</summary>
        public TimeKept? Kept { get; }

        private protected override TrainingText Text => (WasTold ? TimeReviewTexts.MissionTimeMoved : TimeReviewTexts.MissionTimeWouldMove).With(
            ("institution", Institution.ToString()),
            ("item", Session),
            ("told", TimeReviewTexts.Local(Told.Start, Told.Offset)),
            ("bandBefore", WorkingBandTexts.In(BandBefore)),
            ("now", TimeReviewTexts.Local(Now.LocalDateTime, Now.Offset)),
            ("bandAfter", WorkingBandTexts.In(BandAfter)),
            ("kept", TimeReviewTexts.If(Kept)));
    }

    /// <summary>The host's clocks will skip an agenda item's local time: to keep the wall time, another must be chosen.</summary>
    public sealed record BecameSkipped : TimeFinding
    {
        internal BecameSkipped(string version, string zoneId, ScheduledItem item, WallTime found)
            : base(version) => (ZoneId, Item, Local, Old, Earlier, Later) = (zoneId, item.Item.Code, item.Item.Start, item.Time.Start, found.Earlier, found.Later);

        /// <summary>The host's time zone.</summary>
        public string ZoneId { get; }

        /// <summary>The code of the agenda item.</summary>
        public string Item { get; }

        /// <summary>Its start by the host's clocks, which no longer exists.</summary>
        public LocalDateTime Local { get; }

        /// <summary>The instant that the agenda holds.</summary>
        public Instant Old { get; }

        /// <summary>A choice: before the gap, what clocks already set forward would show.</summary>
        public ZonedDateTime Earlier { get; }

        /// <summary>A choice: after the gap, what clocks not yet set forward would show.</summary>
        public ZonedDateTime Later { get; }

        private protected override TrainingText Text => TimeReviewTexts.BecameSkipped.With(
            ("item", Item), ("time", Local), ("zone", ZoneId), ("version", ZoneDataVersion), ("earlier", WallTime.Candidate(Earlier)), ("later", WallTime.Candidate(Later)));
    }

    /// <summary>An agenda item's local time will occur twice by the host's clocks: to keep the wall time, one must be chosen.</summary>
    public sealed record BecameAmbiguous : TimeFinding
    {
        internal BecameAmbiguous(string version, string zoneId, ScheduledItem item, WallTime found)
            : base(version) => (ZoneId, Item, Local, Old, Earlier, Later) = (zoneId, item.Item.Code, item.Item.Start, item.Time.Start, found.Earlier, found.Later);

        /// <summary>The host's time zone.</summary>
        public string ZoneId { get; }

        /// <summary>The code of the agenda item.</summary>
        public string Item { get; }

        /// <summary>Its start by the host's clocks, which occurs twice.</summary>
        public LocalDateTime Local { get; }

        /// <summary>The instant that the agenda holds.</summary>
        public Instant Old { get; }

        /// <summary>The first occurrence, before the clocks go back.</summary>
        public ZonedDateTime Earlier { get; }

        /// <summary>The second occurrence, after the clocks went back.</summary>
        public ZonedDateTime Later { get; }

        private protected override TrainingText Text => TimeReviewTexts.BecameAmbiguous.With(
            ("item", Item), ("time", Local), ("zone", ZoneId), ("version", ZoneDataVersion), ("earlier", WallTime.Candidate(Earlier)), ("later", WallTime.Candidate(Later)));
    }

    /// <summary>The data do not have a time zone: that of the agenda, or that of an institution. Nothing can be said of times in it.</summary>
    public sealed record ZoneUnknown : TimeFinding
    {
        internal ZoneUnknown(string version, string zoneId, InstitutionCode? institution)
            : base(version) => (ZoneId, Institution) = (zoneId, institution);

        /// <summary>The time zone, as entered.</summary>
        public string ZoneId { get; }

        /// <summary>The institution whose zone it is; null when it is that of the agenda.</summary>
        public InstitutionCode? Institution { get; }

        private protected override TrainingText Text => Institution is { } institution
            ? InstitutionRules.ZoneIsKnown.With(("institution", institution.ToString()), ("zone", ZoneId), ("version", ZoneDataVersion))
            : PlanningRules.ZoneIsKnown.With(("zone", ZoneId), ("version", ZoneDataVersion));
    }
}
