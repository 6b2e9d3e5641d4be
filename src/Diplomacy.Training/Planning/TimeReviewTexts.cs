namespace Diplomacy.Training;

/// <summary>Texts of the review of stored times.</summary>
internal static class TimeReviewTexts
{
    internal static readonly CatalogText HostInstantMoved = new(
        "review.host-instant-moved",
        "'{item}' at {time} in {zone} meant {old} and means {new} by the time zone data {version}. Keep the wall time, or keep the instant.",
        "'{item}' នៅម៉ោង {time} ក្នុង {zone} ពីមុនគឺ {old} ឥឡូវគឺ {new} តាមទិន្នន័យតំបន់ម៉ោង {version}។ សូមជ្រើសរើស៖ រក្សាម៉ោងក្នុងស្រុកដដែល ឬរក្សាពេលវេលាសកលដដែល។");

    internal static readonly CatalogText MissionTimeMoved = new(
        "review.mission-time-moved",
        "{institution} was told {told} for '{item}', {bandBefore}; its clocks will show {now}, {bandAfter} ({kept}).",
        "{institution} ត្រូវបានជូនដំណឹងថា '{item}' ចាប់ផ្តើមម៉ោង {told} {bandBefore}។ ឥឡូវនាឡិកានៅទីនោះនឹងបង្ហាញ {now} {bandAfter} ({kept})។");

    internal static readonly CatalogText MissionTimeWouldMove = new(
        "review.mission-time-would-move",
        "{institution} was told nothing yet; for '{item}' it would have been {told}, {bandBefore}; its clocks will show {now}, {bandAfter} ({kept}).",
        "{institution} មិនទាន់ត្រូវបានជូនដំណឹងទេ។ '{item}' ពីមុននឹងចាប់ផ្តើមម៉ោង {told} {bandBefore}។ ឥឡូវនាឡិកានៅទីនោះនឹងបង្ហាញ {now} {bandAfter} ({kept})។");

    internal static readonly CatalogText BecameSkipped = new(
        "review.became-skipped",
        "'{item}' at {time} no longer exists: {zone} skips it by the time zone data {version}. Choose {earlier} or {later}, or keep the instant.",
        "'{item}' នៅម៉ោង {time} លែងមានទៀតហើយ៖ {zone} រំលងវា តាមទិន្នន័យតំបន់ម៉ោង {version}។ សូមជ្រើសរើស {earlier} ឬ {later} ឬរក្សាពេលវេលាសកលដដែល។");

    internal static readonly CatalogText BecameAmbiguous = new(
        "review.became-ambiguous",
        "'{item}' at {time} occurs twice in {zone} by the time zone data {version}. Say which is meant, the earlier, {earlier}, or the later, {later}; or keep the instant.",
        "'{item}' នៅម៉ោង {time} កើតឡើងពីរដងក្នុង {zone} តាមទិន្នន័យតំបន់ម៉ោង {version}។ សូមបញ្ជាក់៖ លើកទីមួយ {earlier} ឬលើកទីពីរ {later} ឬរក្សាពេលវេលាសកលដដែល។");

    internal static readonly CatalogText Whichever = new("review.kept.either", "whatever the organiser keeps", "ទោះបីអ្នករៀបចំជ្រើសរើសយ៉ាងណាក៏ដោយ");

    internal static readonly CatalogText IfWallTime = new("review.kept.wall-time", "if the host keeps the wall time", "ប្រសិនបើរក្សាម៉ោងក្នុងស្រុករបស់ម្ចាស់ផ្ទះ");

    internal static readonly CatalogText IfInstant = new("review.kept.instant", "if the host keeps the instant", "ប្រសិនបើរក្សាពេលវេលាសកលដដែល");

    private static readonly OffsetDateTimePattern s_local = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm' ('o<m>')'");

    internal static TrainingText If(TimeKept? kept) => (kept switch { null => Whichever, TimeKept.WallTime => IfWallTime, _ => IfInstant }).With();

    internal static string Local(LocalDateTime local, Offset offset) => s_local.Format(local.WithOffset(offset));

    internal static CatalogText[] All => [HostInstantMoved, MissionTimeMoved, MissionTimeWouldMove, BecameSkipped, BecameAmbiguous, Whichever, IfWallTime, IfInstant];
}
