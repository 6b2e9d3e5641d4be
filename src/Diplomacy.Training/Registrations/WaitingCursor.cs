using System.Globalization;

namespace Diplomacy.Training;

/// <summary>Where a page of a waiting list ended: a place in the order, whoever stands there.</summary>
internal static class WaitingCursor
{
    internal static string Of(Place place) =>
        FormattableString.Invariant($"{place.Priority}.{place.Joined.ToUnixTimeTicks()}.{(place.Joined - Instant.FromUnixTimeTicks(place.Joined.ToUnixTimeTicks())).ToInt64Nanoseconds()}.{place.Sequence}");

    internal static bool TryRead(string text, out Place place)
    {
        string[] parts = text.Split('.');
        bool read = parts.Length == 4
            & int.TryParse(parts.ElementAtOrDefault(0), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int priority)
            & long.TryParse(parts.ElementAtOrDefault(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long ticks)
            & int.TryParse(parts.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out int nanoseconds)
            & long.TryParse(parts.ElementAtOrDefault(3), NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            && ticks >= Instant.MinValue.ToUnixTimeTicks() && ticks < Instant.MaxValue.ToUnixTimeTicks() && nanoseconds < 100;
        place = read ? new(priority, Instant.FromUnixTimeTicks(ticks).PlusNanoseconds(nanoseconds), sequence, default) : default;
        return read;
    }
}
