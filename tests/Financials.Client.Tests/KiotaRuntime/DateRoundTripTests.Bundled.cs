using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.KiotaRuntime;

// Kiota (packages 2.0.2) writes dates in the years of the current culture: 2017-03-01 leaves a Persian machine as 1395-12-11.
[TestFixtureSource(typeof(CultureAndZone), nameof(CultureAndZone.InPersianYears))]
public sealed partial class DateRoundTripTests;
