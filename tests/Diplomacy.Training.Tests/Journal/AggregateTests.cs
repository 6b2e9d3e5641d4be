using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

public sealed class AggregateTests
{
    [Fact]
    public void What_stands_behind_an_event_of_a_newer_version_is_counted_and_not_interpreted()
    {
        RegistrationBook book = RegistrationBook.Begin(RegistrationBook.StreamOf(WorkshopId.Parse("DD-2023")));

        book.Apply(
        [
            new UnknownEvent(An.Instant, "registration.transferred", 1),
            new RegistrationCancelled(An.Instant, RegistrationId.New(), CancellationCause.Requested, "duty"),
        ]);

        book.Version.Should().Be(2);
        book.Newer!.Type.Should().Be("registration.transferred");
        book.All.Should().BeEmpty();
    }
}
