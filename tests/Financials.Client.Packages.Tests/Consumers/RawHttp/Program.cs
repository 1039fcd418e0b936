using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

// The same arguments as those of the other applications.
using var http = new HttpClient { BaseAddress = new Uri($"{args[0]}/") };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", args[2]);
using var response = await http.PostAsJsonAsync($"companies({args[3]})/customers", new Customer("R-1", "Coho Winery"), RawContext.Default.Customer);
response.EnsureSuccessStatusCode();
var created = await response.Content.ReadFromJsonAsync(RawContext.Default.Customer);

Console.WriteLine(created?.DisplayName);

internal sealed record Customer(string Number, string DisplayName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Customer))]
internal sealed partial class RawContext : JsonSerializerContext;
