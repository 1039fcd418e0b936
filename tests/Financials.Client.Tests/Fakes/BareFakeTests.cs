using System.Reflection;

namespace Financials.Client.Tests.Fakes;

/// <summary>A fake that overrides nothing says of each call which one it lacks, and never fails for want of what a client is made of.</summary>
public class BareFakeTests
{
    /// <summary>How a member ends that makes no call, as one that gives another client.</summary>
    private const string Leads = "It leads to other calls.";

    private static readonly Dictionary<Type, object> Arguments = new()
    {
        [typeof(string)] = "x",
        [typeof(HttpMethod)] = HttpMethod.Get,
        [typeof(ChangeWatermark)] = ChangeWatermark.Beginning,
        [typeof(PaymentLedger)] = new NoLedger(),
        [typeof(IEnumerable<BatchPayment>)] = Array.Empty<BatchPayment>(),
        [typeof(IEnumerable<Customer>)] = Array.Empty<Customer>(),
        [typeof(IAsyncEnumerable<BatchPayment>)] = FinancialsModelFactory.Query<BatchPayment>([]).AsAsyncEnumerable(),
        [typeof(IAsyncEnumerable<Customer>)] = FinancialsModelFactory.Query<Customer>([]).AsAsyncEnumerable(),
        [typeof(Func<CallOptions, CallOptions>)] = new Func<CallOptions, CallOptions>(options => options),
    };

    private static ILookup<Type, MethodInfo> Calls { get; } = (
        from client in typeof(FinancialsClient).Assembly.GetExportedTypes()
        where client.Name.EndsWith("Client", StringComparison.Ordinal) && client is { IsAbstract: false, IsGenericType: false }
        from method in client.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.DeclaringType!.Assembly == client.Assembly && !method.IsGenericMethod && method.Name != nameof(IDisposable.Dispose)
        where method.GetParameters().All(parameter => CanBeMade(parameter.ParameterType))
        select (Client: client, Method: method)).ToLookup(call => call.Client, call => call.Method);

    private static IEnumerable<Type> Clients => Calls.Select(calls => calls.Key);

    [Test]
    public void Calls_AreFound() => Assert.That(Calls.Sum(calls => calls.Count()), Is.GreaterThan(500));

    [TestCaseSource(nameof(Clients))]
    public async Task Calls_ThatAreNotOverridden_AreNamed(Type client)
    {
        // Some calls are made of others, and work in a fake that has those.
        var lacks = client.GetMembers().Select(member => member is PropertyInfo { Name: "Item" } ? "this[]" : member.Name)
            .Distinct().Select(member => $"NotSupportedException: {client.Name} is a fake that does not override {member}.").ToHashSet();

        var problems = new List<string>();
        foreach (var method in Calls[client])
        {
            var end = await EndAsync(client, method);
            if (end != Leads && !lacks.Contains(end))
            {
                problems.Add($"{method}: {end}");
            }
        }

        Assert.That(problems, Is.Empty);
    }

    private static async Task<string> EndAsync(Type client, MethodInfo method)
    {
        try
        {
            if (method.Invoke(Activator.CreateInstance(client, nonPublic: true), [.. method.GetParameters().Select(Argument)]) is Task call)
            {
                await call;
                return "It cannot have worked.";
            }

            return Leads;
        }
        catch (TargetInvocationException thrown)
        {
            return Of(thrown.InnerException!);
        }
        catch (NotSupportedException thrown)
        {
            return Of(thrown);
        }

        static string Of(Exception thrown) => $"{thrown.GetType().Name}: {thrown.Message}";
    }

    private static bool CanBeMade(Type type) => type.IsValueType || Arguments.ContainsKey(type) || IsEntity(type) || type == typeof(BinaryData);

    private static bool IsEntity(Type type) => type.GetProperty("ETag") is not null && !type.IsAbstract;

    private static object? Argument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.HasDefaultValue && parameter.DefaultValue is not null)
        {
            return parameter.DefaultValue;
        }

        if (Arguments.TryGetValue(type, out var argument))
        {
            return argument;
        }

        if (type.IsValueType)
        {
            return type == typeof(int) ? 1 : Activator.CreateInstance(type);
        }

        if (!IsEntity(type))
        {
            return null;
        }

        var entity = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyType == typeof(string) || property.PropertyType == typeof(Guid?))
            {
                property.SetValue(entity, property.PropertyType == typeof(string) ? "x" : Guid.NewGuid());
            }
        }

        return entity;
    }

    private sealed class NoLedger : PaymentLedger
    {
        public override Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default) =>
            throw new AssertionException("A fake has nothing to keep.");
    }
}
