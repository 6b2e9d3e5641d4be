using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

public sealed class JournalAppendTests
{
    private static readonly StreamId s_book = StreamId.Of("book", "DD-2023");

    [Fact]
    public void A_stream_standing_twice_is_refused() =>
        Making(() => An.Append(A.Part(s_book, 0), A.Part(s_book, 1))).Should().Throw<ArgumentException>().WithMessage("*book/DD-2023 stands twice*");

    [Fact]
    public void A_stream_read_and_written_is_refused_too() =>
        Making(() => An.Append(A.Part(s_book, 0), new StreamAppend(s_book, 0, []))).Should().Throw<ArgumentException>().WithMessage("*stands twice*");

    [Fact]
    public void An_append_without_any_event_is_refused()
    {
        Making(() => An.Append(new StreamAppend(s_book, 0, []))).Should().Throw<ArgumentException>().WithMessage("*at least one event*");
        Making(() => An.Append()).Should().Throw<ArgumentException>().WithMessage("*at least one event*");
    }

    [Fact]
    public void A_command_needs_an_id() =>
        Making(() => An.Append(default(CommandId), A.Part(s_book, 0))).Should().Throw<ArgumentException>().WithParameterName("command");

    [Fact]
    public void A_record_standing_twice_is_refused()
    {
        PersonalRecord record = A.Record("one");
        Making(() => new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(s_book, 0)]) { Records = [record, record] }).Should().Throw<ArgumentException>().WithParameterName("Records");
    }

    [Fact]
    public void A_subject_erased_twice_or_empty_is_refused_without_being_named()
    {
        Making(() => new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(s_book, 0)]) { Erasures = ["one", "two", "one"] }).Should().Throw<ArgumentException>().WithParameterName("Erasures")
            .Which.Message.Should().NotContain("one,").And.StartWith("A subject stands twice");
        Making(() => new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(s_book, 0)]) { Erasures = ["one", ""] }).Should().Throw<ArgumentException>().WithParameterName("Erasures");
    }

    [Fact]
    public void Records_notices_and_erasures_are_none_unless_set()
    {
        JournalAppend append = An.Append(A.Part(s_book, 0));

        append.Records.Should().BeEmpty();
        append.Notices.Should().BeEmpty();
        append.Erasures.Should().BeEmpty();
    }

    [Fact]
    public void Arrays_that_are_default_or_hold_null_are_refused()
    {
        Making(() => new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, default)).Should().Throw<ArgumentException>().WithParameterName("streams");
        Making(() => new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(s_book, 0)]) { Records = default }).Should().Throw<ArgumentException>().WithParameterName("Records");
        Making(() => new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(s_book, 0)]) { Notices = [null!] }).Should().Throw<ArgumentException>().WithParameterName("Notices");
        Making(() => new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(s_book, 0)]) { Erasures = default }).Should().Throw<ArgumentException>().WithParameterName("Erasures");
        Making(() => new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(s_book, 0)]) { Erasures = [null!] }).Should().Throw<ArgumentException>().WithParameterName("Erasures");
        Making(() => An.Append(new StreamAppend(s_book, 0, default))).Should().Throw<ArgumentException>().WithParameterName("events");
        Making(() => An.Append(new StreamAppend(s_book, 0, [null!]))).Should().Throw<ArgumentException>().WithParameterName("events");
    }

    [Fact]
    public void A_part_needs_a_stream_and_a_version_from_zero()
    {
        Making(() => An.Append(A.Part(default, 0))).Should().Throw<ArgumentException>().WithParameterName("stream");
        Making(() => An.Append(A.Part(s_book, -1))).Should().Throw<ArgumentException>().WithParameterName("expectedVersion");
    }

    private static Func<JournalAppend> Making(Func<JournalAppend> make) => make;
}
