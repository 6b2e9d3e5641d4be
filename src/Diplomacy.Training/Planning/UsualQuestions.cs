namespace Diplomacy.Training;

/// <summary>The questions that most workshops ask, with texts in Khmer and English. Each can be changed with <c>with</c>: required or not, of whom, kept for how long.</summary>
public static class UsualQuestions
{
    /// <summary>What people eat, code <c>dietary</c>: of those who come to the room, sensitive, kept for 30 days.</summary>
    public static RegistrationQuestion Dietary() =>
        RegistrationQuestion.SeveralOf(
            "dietary",
            new("តម្រូវការអាហារ", "Dietary requirements"),
            new("vegetarian", new("អាហារបួស (គ្មានសាច់)", "Vegetarian")),
            new("vegan", new("គ្មានផលិតផលពីសត្វ", "Vegan")),
            new("halal", new("អាហារហាឡាល់", "Halal")),
            new("no-pork", new("មិនទទួលទានសាច់ជ្រូក", "No pork")),
            new("no-beef", new("មិនទទួលទានសាច់គោ", "No beef")),
            new("no-seafood", new("មិនទទួលទានអាហារសមុទ្រ", "No seafood")),
            new("no-nuts", new("មិនទទួលទានសណ្តែកដី និងគ្រាប់ស្វាយចន្ទី", "No nuts or peanuts"))) with
        {
            Audience = QuestionAudience.InTheRoom,
            IsSensitive = true,
            RetentionDays = 30,
        };

    /// <summary>What people need so that they can take part, code <c>accessibility</c>: in their own words, of everybody, sensitive, kept for 30 days.</summary>
    public static RegistrationQuestion Accessibility() =>
        RegistrationQuestion.FreeText(
            "accessibility",
            new(
                "តើលោកអ្នកត្រូវការជំនួយអ្វីខ្លះ ដើម្បីអាចចូលរួមបានពេញលេញ (ផ្លូវចូល កន្លែងអង្គុយ ភាសាសញ្ញា អក្សររត់)?",
                "What do you need so that you can take part fully (access, seating, sign language, captions)?")) with
        {
            IsSensitive = true,
            RetentionDays = 30,
        };

    /// <summary>Which language people need interpretation into, code <c>interpretation</c>: of everybody, kept for 30 days.</summary>
    /// <param name="languages">The languages that are interpreted into; Khmer, English and French when none is given. <c>none</c> stands before them: no interpretation is needed.</param>
    /// <exception cref="ArgumentException">The options are not usable; see <see cref="RegistrationQuestion.OneOf"/>.</exception>
    public static RegistrationQuestion InterpretationLanguage(params QuestionOption[] languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        return RegistrationQuestion.OneOf(
            "interpretation",
            new("តើលោកអ្នកត្រូវការការបកប្រែជាភាសាអ្វី?", "Which language do you need interpretation into?"),
            [
                new("none", new("មិនត្រូវការការបកប្រែ", "No interpretation needed")),
                .. languages is [_, ..]
                    ? languages
                    : [new("km", new("ភាសាខ្មែរ", "Khmer")), new("en", new("ភាសាអង់គ្លេស", "English")), new("fr", new("ភាសាបារាំង", "French"))],
            ]) with
        {
            RetentionDays = 30,
        };
    }

    /// <summary>Whether photographs and recordings of people may be published, code <c>photographs</c>: yes or no, required of everybody, kept as long as the person, since it is what a publication rests on.</summary>
    public static RegistrationQuestion PhotographConsent() =>
        RegistrationQuestion.YesNo(
            "photographs",
            new(
                "តើលោកអ្នកយល់ព្រមឱ្យផ្សព្វផ្សាយរូបថត និងវីដេអូ ដែលអាចសម្គាល់លោកអ្នកបានឬទេ?",
                "May photographs and recordings in which you can be recognised be published?")) with
        {
            IsRequired = true,
        };
}
