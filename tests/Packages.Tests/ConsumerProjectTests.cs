using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace Packages.Tests;

/// <summary>A ministry's developer begins: a fresh console project, the packages, the lines of the README.</summary>
public sealed class ConsumerProjectTests(PackedPackages packages)
{
    [Fact]
    public async Task A_fresh_project_restores_the_packages_sets_them_up_as_the_readme_says_reads_a_table_and_writes_a_certificate()
    {
        using var folder = new TemporaryFolder();
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{packages.Source}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(folder.Path, "restored")}" />
              </config>
              <fallbackPackageFolders>
                <clear />
                <add key="machine" value="{PackagesOfTheMachine()}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        folder.Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.5" />
                <PackageReference Include="Diplomacy.Training.Imports" Version="{packages.Version}" />
                <PackageReference Include="Diplomacy.Training.Pdf" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("Usings.cs", """
            global using System.Text;
            global using Diplomacy.Training;
            global using Diplomacy.Training.Imports;
            global using Diplomacy.Training.Pdf;
            global using Microsoft.Extensions.DependencyInjection;
            global using NodaTime;
            """);
        folder.Write("Program.cs", Repository.ReadmeSnippet("set-up") + """


            await PackageReadme.RunAsync();
            await FirstCertificate.WriteAsync(services, args[0]);
            """);
        folder.Write("PackageReadme.cs", $$"""
            internal static class PackageReadme
            {
                public static async Task RunAsync()
                {
                    {{Repository.CodeOf(PackedReadme("Diplomacy.Training"))}}
                }
            }
            """);
        folder.Write("FirstCertificate.cs", """
            internal static class FirstCertificate
            {
                public static async Task WriteAsync(IServiceProvider services, string folder)
                {
                    InstitutionCode ministry = InstitutionCode.Parse("MFAIC");
                    using var table = new MemoryStream(Encoding.UTF8.GetBytes(
                        "code,type,name,name_km,city,country,timezone\nMFAIC,ministry,Ministry of Foreign Affairs,ក្រសួងការបរទេស,Phnom Penh,Cambodia,Asia/Phnom_Penh\n"));
                    var institutions = services.GetRequiredService<InstitutionDesk>();
                    await institutions.AddAllAsync([.. await InstitutionReader.ReadAsync(table, "institutions.csv")], Actor.Official("staff:1042"));
                    Institution opened = await institutions.FindAsync(ministry) ?? throw new InvalidOperationException("The institution is not there.");
                    var number = new RegisterNumber(ministry, 2023, 1);
                    var facts = new CertificateFacts
                    {
                        Number = number,
                        Level = AwardLevel.Participation,
                        PrintedName = "CHAN Sophea",
                        NativeName = "ចាន់ សុភា",
                        Workshop = WorkshopId.Parse("DD-2023"),
                        Title = new("សិក្ខាសាលាស្តីពីការទូតឌីជីថល", "Digital Diplomacy for Cambodian Diplomats"),
                        FirstDay = new(2023, 2, 28),
                        LastDay = new(2023, 2, 28),
                        CountedTime = Duration.FromHours(5), Hours = 5,
                        Issuer = ministry,
                        IssuerName = opened.Name,
                        IssuedOn = new(2023, 3, 1),
                        PolicyVersion = 1,
                    };
                    var certificate = new Certificate(number, VerificationCode.New(), PersonId.New(), RegistrationId.New(), facts);
                    await services.GetRequiredService<CertificatePrinter>().WriteFilesAsync([certificate], CertificateDesign.State, folder);
                }
            }
            """);

        await DotNet.RunAsync(folder.Path, TimeSpan.FromMinutes(10), "build", "-c", "Release", "-o", Path.Combine(folder.Path, "app"), "-v", "quiet", "-nodeReuse:false");
        await DotNet.RunAsync(folder.Path, TimeSpan.FromMinutes(2), Path.Combine(folder.Path, "app", "Consumer.dll"), Path.Combine(folder.Path, "certificates"));

        string pdf = Directory.EnumerateFiles(Path.Combine(folder.Path, "certificates"), "*.pdf").Should().ContainSingle().Subject;
        Encoding.ASCII.GetString(await File.ReadAllBytesAsync(pdf, TestContext.Current.CancellationToken)).Should().StartWith("%PDF-").And.Contain("%%EOF");
        Directory.EnumerateFiles(Path.Combine(folder.Path, "app"), "*HarfBuzzSharp*", SearchOption.AllDirectories).Select(Path.GetExtension)
            .Should().Contain([".so", ".dylib"], "the native parts arrive through the PDF package");
    }

    private string[] PackedReadme(string id)
    {
        using ZipArchive package = packages.Open(id);
        return Encoding.UTF8.GetString(PackedPackages.BytesOf(package, "README.md")).Split('\n');
    }

    private static string PackagesOfTheMachine() => typeof(ConsumerProjectTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "PackagesFolder").Value!;

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("consumer-").FullName;

        public void Write(string file, string content) => File.WriteAllText(System.IO.Path.Combine(Path, file), content);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
