using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Journal;

public sealed class PersonalRecordTests
{
    private static readonly PersonalRecord s_record = new(RecordId.Parse("00000000000000000000000000000001"), "someone", "person", "{}", new string('a', 32));

    [Fact]
    public void The_digest_has_the_layout_that_is_written_down() =>
        s_record.Reference.Digest.Should().Be("9311e8e22c7cc2c804d83bee98a2a19ad4e6ff8f03207e0c60109d8ccfc2d761");

    [Fact]
    public void A_record_under_another_subject_kind_id_salt_or_content_is_another_record()
    {
        PersonalRecord[] others =
        [
            new(RecordId.Parse("00000000000000000000000000000002"), "someone", "person", "{}", new string('a', 32)),
            new(s_record.Id, "someone-else", "person", "{}", new string('a', 32)),
            new(s_record.Id, "someone", "caller", "{}", new string('a', 32)),
            new(s_record.Id, "someone", "person", "{ }", new string('a', 32)),
            new(s_record.Id, "someone", "person", "{}", new string('b', 32)),
        ];

        others.Select(r => r.Reference.Digest).Append(s_record.Reference.Digest).Should().OnlyHaveUniqueItems();
    }
}
