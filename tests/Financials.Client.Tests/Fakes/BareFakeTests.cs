using System.Reflection;

namespace Financials.Client.Tests.Fakes;

/// <summary>A fake that overrides nothing says of each call which one it lacks, and never fails for want of what a client is made of.</summary>
public class BareFakeTests
{
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

    private static IEnumerable<TestCaseData> Calls =>
        from client in typeof(FinancialsClient).Assembly.GetExportedTypes()
        where client.Name.EndsWith("Client", StringComparison.Ordinal) && client is { IsAbstract: false, IsGenericType: false }
        from method in client.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.DeclaringType!.Assembly == client.Assembly && !method.IsGenericMethod && method.Name != nameof(IDisposable.Dispose)
        where method.GetParameters().All(parameter => CanBeMade(parameter.ParameterType))
        select new TestCaseData(client, method).SetArgDisplayNames(client.Name, method.ToString()!);

    [Test]
    public void Calls_AreFound() => Assert.That(Calls.Count(), Is.GreaterThan(250));

    [TestCaseSource(nameof(Calls))]
    public async Task Call_ThatIsNotOverridden_IsNamed(Type client, MethodInfo method)
    {
        var fake = Activator.CreateInstance(client, nonPublic: true);
        try
        {
            if (method.Invoke(fake, [.. method.GetParameters().Select(Argument)]) is Task call)
            {
                await call;
                Assert.Fail("It cannot have worked.");
            }
        }
        catch (TargetInvocationException thrown)
        {
            Check(thrown.InnerException!);
        }
        catch (NotSupportedException thrown)
        {
            Check(thrown);
        }

        void Check(Exception lacking)
        {
            // Some calls are made of others, and work in a fake that has those.
            var lacks = client.GetMembers().Select(member => member is PropertyInfo { Name: "Item" } ? "this[]" : member.Name)
                .Distinct().Select(member => $"{client.Name} is a fake that does not override {member}.");
            Assert.That(lacking, Is.TypeOf<NotSupportedException>());
            Assert.That(lacks, Does.Contain(lacking.Message));
        }
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
