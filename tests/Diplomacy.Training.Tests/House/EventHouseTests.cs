using System.Reflection;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Journal;

namespace Diplomacy.Training.Tests.House;

/// <summary>Events are sealed records of ids, codes and instants; nobody can be told from them.</summary>
public sealed class EventHouseTests
{
    private static readonly Type[] s_personal = [typeof(PersonName), typeof(NativeName), typeof(Person), typeof(Post), typeof(PersonalRecord)];

    public static TheoryData<string> EventNames => [.. Events.Types.Select(t => t.Name)];

    [Fact]
    public void Every_event_is_a_sealed_public_record()
    {
        Events.Types.Should().NotBeEmpty();
        Events.Types.Should().OnlyContain(t => t.IsSealed && t.IsPublic && t.GetMethod("<Clone>$") != null);
    }

    [Theory]
    [MemberData(nameof(EventNames))]
    public void An_event_holds_no_personal_data(string name)
    {
        IEventExamples stage = Events.Stages.Single(s => s.Examples.Any(e => e.GetType().Name == name));
        Type type = Events.Types.Single(t => t.Name == name);
        var found = new List<string>();
        foreach (PropertyInfo property in Reachable(type))
        {
            Type held = Held(property.PropertyType);
            string path = $"{property.DeclaringType!.Name}.{property.Name}";
            if (s_personal.Contains(held) || held == typeof(object))
            {
                found.Add($"{path} is a {held.Name}");
            }
            else if (held == typeof(string) && !stage.Texts.Contains(path))
            {
                found.Add($"{path} is free text; if it is a code, name it in {stage.GetType().Name}.Texts");
            }
            else if (held == typeof(LocalizedText) && !stage.MayHoldLocalizedText.Contains(type))
            {
                found.Add($"{path} is a text for print; where it says nothing about a person, name {name} in {stage.GetType().Name}.MayHoldLocalizedText");
            }
        }

        found.Should().BeEmpty($"{name} stands in the journal for ever");
    }

    [Fact]
    public void Nothing_is_allowed_that_no_event_holds()
    {
        foreach (IEventExamples stage in Events.Stages)
        {
            string[] held = [.. stage.Examples.SelectMany(e => Reachable(e.GetType())).Where(p => Held(p.PropertyType) == typeof(string)).Select(p => $"{p.DeclaringType!.Name}.{p.Name}")];
            stage.Texts.Should().BeSubsetOf(held, $"{stage.GetType().Name} lists only what is there");
        }
    }

    /// <summary>Every public property that can be reached from an event through types of the library, and what is derived from it.</summary>
    private static IReadOnlyList<PropertyInfo> Reachable(Type from)
    {
        var properties = new List<PropertyInfo>();
        var seen = new HashSet<Type> { from };
        var open = new Stack<Type>([from]);
        while (open.TryPop(out Type? type))
        {
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
            {
                properties.Add(property);
                Type held = Held(property.PropertyType);
                IEnumerable<Type> next = held.Assembly == typeof(TrainingEvent).Assembly
                    ? typeof(TrainingEvent).Assembly.GetTypes().Where(t => t == held || (held.IsClass && t.IsSubclassOf(held)))
                    : [];
                foreach (Type one in next.Where(t => !t.IsEnum && seen.Add(t)))
                {
                    open.Push(one);
                }
            }
        }

        // Ids and codes are structs that write themselves; only what they show is judged, and they show no strings but their own.
        return [.. properties.Where(p => !(p.DeclaringType!.IsValueType && p.DeclaringType.IsAssignableTo(typeof(IFormattable))))];
    }

    /// <summary>What a property holds: the element of a list or a nullable, the value of a dictionary.</summary>
    private static Type Held(Type type) =>
        type.IsArray ? Held(type.GetElementType()!)
        : type.IsGenericType && type.Assembly != typeof(TrainingEvent).Assembly ? Held(type.GetGenericArguments()[^1])
        : type;
}
