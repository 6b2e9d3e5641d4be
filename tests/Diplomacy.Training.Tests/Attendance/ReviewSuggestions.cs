using System.Globalization;
using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>Who is suggested for a display name. Suggestions only: nobody is matched by a name (R30).</summary>
public sealed class ReviewSuggestions
{
    [Theory]
    [InlineData("CHAN Sophea", 1.0)]
    [InlineData("sophea chan", 1.0)]
    [InlineData("H.E. CHAN Sophea", 1.0)]
    [InlineData("Dr. Chan, Sophéa", 1.0)]
    [InlineData("iPhone (Sophea CHAN)", 1.0)]
    [InlineData("CHAN Sophea (Embassy in Washington)", 1.0)]
    [InlineData("ចាន់ សុភា", 1.0)]
    [InlineData("សុភា ចាន់", 1.0)]
    [InlineData("ចាន់សុភា", 1.0)]
    [InlineData("ឯកឧត្តមចាន់ សុភា", 1.0)]
    [InlineData("លោកស្រី ចាន\u200B សុភា", 1.0)]
    [InlineData("US-WAS-EMB Chan Sophea", 0.8)]
    [InlineData("Chan Sopheah", 0.8)]
    [InlineData("Sophea", 0.5)]
    public async Task A_name_is_found_in_either_script_whatever_stands_around_it(string shown, double atLeast)
    {
        ReviewItem item = await ReviewAsync(shown);

        item.Suggestions.Should().NotBeEmpty();
        item.Suggestions[0].Likeness.Should().BeInRange(atLeast, 1);
        (await NamesAsync(item)).First().Should().Be("CHAN Sophea");
    }

    [Theory]
    [InlineData("iPhone")]
    [InlineData("MFAIC Training Desk (Host)")]
    [InlineData("")]
    [InlineData("៚ 12 ())(")]
    [InlineData("ភ្ញៀវ")]
    [InlineData("H.E.")]
    public async Task A_name_of_nobody_suggests_nobody(string shown) =>
        (await ReviewAsync(shown)).Suggestions.Should().BeEmpty();

    [Fact]
    public async Task Two_people_of_one_name_are_both_suggested()
    {
        ReviewItem item = await ReviewAsync("Dara SOK");

        item.Suggestions.Select(s => s.Likeness).Should().Equal(1, 1);
        (await NamesAsync(item)).Should().Equal("SOK Dara", "SOK Dara");
    }

    [Fact]
    public async Task Case_is_left_out_of_account_also_on_a_Turkish_machine()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

        (await NamesAsync(await ReviewAsync("VISAL LIM"))).Should().Equal("LIM Visal");
    }

    [Fact]
    public async Task At_most_five_are_suggested_the_likeliest_first()
    {
        Scene scene = await BeginAsync();
        for (int i = 0; i < 8; i++)
        {
            await scene.RegisterAsync("CHEA", i == 5 ? "Rith" : "Vuthy");
        }

        ReviewItem item = (await scene.ImportAsync(Row(2, "Chea Rith", null, "08:30", "09:00"))).ToReview.Single();

        item.Suggestions.Should().HaveCount(5).And.BeInDescendingOrder(s => s.Likeness);
        item.Suggestions[0].Likeness.Should().Be(1);
    }

    private Scene? _scene;

    private async Task<ReviewItem> ReviewAsync(string shown)
    {
        _scene = await BeginAsync();
        await _scene.RegisterAsync("CHAN", "Sophea", khmer: ("ចាន់", "សុភា"));
        await _scene.RegisterAsync("SOK", "Dara", khmer: ("សុខ", "ដារ៉ា"));
        await _scene.RegisterAsync("SOK", "Dara", khmer: ("សុខ", "ដារា"));
        await _scene.RegisterAsync("LIM", "Visal");
        await _scene.RegisterAsync("", "Bopha");
        return (await _scene.ImportAsync(Row(2, shown, null, "08:30", "09:00"))).ToReview.Single();
    }

    private async Task<List<string>> NamesAsync(ReviewItem item)
    {
        var names = new List<string>();
        foreach (ReviewSuggestion suggestion in item.Suggestions)
        {
            names.Add((await _scene!.Desks.People.FindAsync(suggestion.Person))!.Name.Printed);
        }

        return names;
    }
}
