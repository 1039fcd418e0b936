using Financials.Client.Telemetry;

namespace Financials.Client.Tests.Telemetry;

/// <summary>A route has few values and no personal ones, so it may be a tag of a metric.</summary>
public class CallRouteTests
{
    [TestCase("https://s.example/beta/financials/companies", ExpectedResult = "/beta/financials/companies")]
    [TestCase("https://s.example/companies/bb6d48b6-c7b2-4a38-9a93-ad5506407f12/customers", ExpectedResult = "/companies/{id}/customers")]
    [TestCase("https://s.example/companies(bb6d48b6-c7b2-4a38-9a93-ad5506407f12)/customers", ExpectedResult = "/companies({id})/customers")]
    [TestCase("https://s.example/companies/bb6d48b6-c7b2-4a38-9a93-ad5506407f12/customers(number='jim')", ExpectedResult = "/companies/{id}/customers({id})")]
    [TestCase("https://s.example/companies/BB6D48B6C7B24A389A93AD5506407F12/customers/$count?$filter=email eq 'jim@x'", ExpectedResult = "/companies/{id}/customers/$count")]
    public string Of_AnAddress_HidesIdsAndTheQuery(string address) => CallRoute.Of(new Uri(address));
}
