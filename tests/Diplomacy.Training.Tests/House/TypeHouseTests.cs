using System.Reflection;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.House;

/// <summary>How the library's types are made: immutable, sealed, well named, on two packages only.</summary>
public sealed class TypeHouseTests
{
    private static readonly Assembly s_core = typeof(TrainingDesks).Assembly;
    private static readonly string[] s_banned = ["Helper", "Manager", "Utils", "Util", "Common"];

    private static Type[] Public => [.. s_core.GetExportedTypes()];

    private static Type[] Own => [.. s_core.GetTypes().Where(t => !t.Name.Contains('<', StringComparison.Ordinal) && t.Namespace?.StartsWith("Diplomacy", StringComparison.Ordinal) == true)];

    [Fact]
    public void The_core_stands_on_two_packages_only() =>
        s_core.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => n != "System" && !n.StartsWith("System.", StringComparison.Ordinal))
            .Should().BeEquivalentTo("NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions");

    [Fact]
    public void Nothing_can_be_set_after_it_was_made()
    {
        string[] settable =
        [
            .. from type in Public
               where !type.Name.EndsWith("Options", StringComparison.Ordinal) && !type.Name.EndsWith("Builder", StringComparison.Ordinal)
               from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
               where property.SetMethod is { IsPublic: true } set
                   && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
               select $"{type.Name}.{property.Name}",
        ];

        settable.Should().BeEmpty();
        Public.SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(f => f is { IsInitOnly: false, IsLiteral: false } && !f.IsSpecialName).Should().BeEmpty();
    }

    [Fact]
    public void Structs_are_readonly() =>
        Public.Where(t => t.IsValueType && !t.IsEnum).Should().OnlyContain(t => t.GetCustomAttributes().Any(a => a.GetType().Name == "IsReadOnlyAttribute"));

    [Fact]
    public void Classes_are_sealed_unless_they_are_meant_to_be_derived_from()
    {
        // Outcomes are closed by a private constructor; the rest is derived from only inside the library.
        Type[] open = [.. Public.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract)];

        open.Should().BeEmpty("sealed by default");
        Public.Where(t => t is { IsClass: true, IsAbstract: true, IsSealed: false } && !t.IsAssignableTo(typeof(Diplomacy.Training.Journal.TrainingEvent)))
            .Should().OnlyContain(t => t.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).All(c => !c.IsPublic && (!c.IsFamily || IsRecordCopy(c))), "nobody outside derives");
    }

    [Fact]
    public void Ids_and_codes_are_readonly_record_structs_that_read_what_they_write()
    {
        Type[] ids = [.. Public.Where(t => t.Namespace!.StartsWith("Diplomacy.Training", StringComparison.Ordinal) && t.IsValueType && !t.IsEnum && (t.Name.EndsWith("Id", StringComparison.Ordinal) || t.Name.EndsWith("Code", StringComparison.Ordinal)))];
        ids.Should().HaveCountGreaterThan(5);
        foreach (Type id in ids)
        {
            bool random = id.GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Any(f => f.FieldType == typeof(Guid));
            id.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance).Should().NotBeNull($"{id.Name} is a record struct");
            id.GetMethod("Parse", [typeof(string)])!.ReturnType.Should().Be(id);
            id.GetMethod("TryParse", [typeof(string), id.MakeByRefType()])!.ReturnType.Should().Be<bool>();
            if (random)
            {
                object fresh = id.GetMethod("New", Type.EmptyTypes)!.Invoke(null, null)!;
                id.GetMethod("Parse", [typeof(string)])!.Invoke(null, [fresh.ToString()]).Should().Be(fresh);
            }
        }

        Public.Where(t => t.IsClass && t.Name.EndsWith("Id", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void No_type_and_no_folder_has_a_name_that_says_nothing()
    {
        Own.Select(t => t.Name).Where(n => s_banned.Any(b => n.Contains(b, StringComparison.Ordinal))).Should().BeEmpty();
        Repository.CoreFiles().SelectMany(f => f.Path.Split('/')).Where(n => s_banned.Append("Services").Any(b => Path.GetFileNameWithoutExtension(n).Contains(b, StringComparison.Ordinal) && n != "DiplomacyTrainingServiceCollectionExtensions.cs"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Whoever_is_personal_data_does_not_print_itself() =>
        new object[] { A.FullPerson(), A.FullPerson().Name, A.FullPerson().Name.Native! }
            .Select(o => o.ToString()).Should().OnlyContain(text => !text!.Contains("CHAN") && !text.Contains("Sophea") && !text.Contains("ចាន់"));

    private static bool IsRecordCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ ParameterType: var copied }] && copied == constructor.DeclaringType;
}
