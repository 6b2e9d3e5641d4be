using System.Security.Cryptography;
using Diplomacy.Training.Tests.Building;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning.TimeZones;

public sealed class TimeZoneDataRead
{
    internal static string Sha256(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    [Fact]
    public void Data_with_the_right_digest_are_read()
    {
        TimeZoneData data = TimeZoneData.Read(Tzdb.NewFile, Sha256(Tzdb.NewFile).ToUpperInvariant());

        data.Version.Should().Be("2026f");
        data.Sha256.Should().Be(Sha256(Tzdb.NewFile));
        data.Zones.VersionId.Should().Be(Tzdb.New.VersionId);
        data.Zones.Ids.Should().Equal(Tzdb.New.Ids);
    }

    [Fact]
    public async Task A_stream_is_read_to_its_end_and_left_open()
    {
        using var file = new MemoryStream(Tzdb.OldFile);

        (await TimeZoneData.ReadAsync(file, Sha256(Tzdb.OldFile), TestContext.Current.CancellationToken)).Version.Should().Be("2026d");

        file.CanRead.Should().BeTrue();
    }

    [Fact]
    public void Another_digest_is_refused_with_both()
    {
        TrainingRule rule = BrokenRules(() => TimeZoneData.Read(Tzdb.NewFile, Sha256(Tzdb.OldFile))).Should().ContainSingle().Subject;

        rule.Code.Should().Be("zone-data.digest-matches");
        rule.Arguments["expected"].Should().Be(Sha256(Tzdb.OldFile));
        rule.Arguments["digest"].Should().Be(Sha256(Tzdb.NewFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz9a000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_digest_is_a_programmers_error(string digest) =>
        FluentActions.Invoking(() => TimeZoneData.Read(Tzdb.NewFile, digest)).Should().Throw<ArgumentException>().WithParameterName("sha256");

    [Theory]
    [InlineData(0)]
    [InlineData(TimeZoneData.MaxLength + 1)]
    public void Nothing_and_too_much_are_refused_by_length(int length)
    {
        byte[] file = new byte[length];

        BrokenRules(() => TimeZoneData.Read(file, Sha256(file))).Should().ContainSingle().Which.Code.Should().Be("zone-data.length-is-bounded");
    }

    [Fact]
    public async Task A_stream_without_end_is_left_at_the_bound()
    {
        using var endless = new Endless();

        await FluentActions.Awaiting(() => TimeZoneData.ReadAsync(endless, Sha256([]), TestContext.Current.CancellationToken).AsTask()).Should().ThrowAsync<TrainingRuleException>();

        endless.Taken.Should().BeLessThan(TimeZoneData.MaxLength + (1 << 17));
    }

    [Theory]
    [InlineData("This is not time zone data.")]
    [InlineData("\u0000")]
    [InlineData("\u0000\u0000\u0000\u0000\u0000\u0000")]
    public void What_is_not_time_zone_data_is_refused_though_its_digest_is_right(string text)
    {
        byte[] file = System.Text.Encoding.UTF8.GetBytes(text);

        TrainingRule rule = BrokenRules(() => TimeZoneData.Read(file, Sha256(file))).Should().ContainSingle().Subject;

        rule.Code.Should().Be("zone-data.is-sound");
        rule.Arguments["at"].Should().Be("header");
        rule.Explain(Language.Khmer).Should().NotContain("{");
    }

    private sealed class Endless : Stream
    {
        internal long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Taken; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Taken += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
