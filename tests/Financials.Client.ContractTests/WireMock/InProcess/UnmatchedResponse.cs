using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseBuilders;
using WireMock.ResponseProviders;
using WireMock.Settings;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>The response to a request that matches no mapping: 404, with a comparison to the nearest one.</summary>
internal sealed class UnmatchedResponse(Func<IEnumerable<WireMapping>> mappings) : IResponseProvider
{
    private static readonly string Line = Environment.NewLine;

    public Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var request = Arrival.Current;
        var ofTheTest = mappings().Where(candidate => request.IsBelow($"/{candidate.Test}"));
        var nearest = ofTheTest.MinBy(candidate => candidate.Request.Parts.Count(part => !part.Matches(requestMessage)));
        var report = nearest is null ? " The test has added no mapping." : Compare(nearest, request, requestMessage);
        request.MatchedNothing(report);
        return Response.Create().WithStatusCode(StatusCodes.Status404NotFound).WithHeader("Content-Type", "text/plain").WithBody(report)
            .ProvideResponseAsync(mapping, context, requestMessage, settings);
    }

    private static string Compare(WireMapping nearest, Arrival request, IRequestMessage message)
    {
        var differences = nearest.Request.Parts.Where(part => !part.Matches(message))
            .Select(part => $"<<<<< {part.Name} does not match{Line}expected: {part.Expected}{Line}received: {part.Actual(request)}").ToList();
        if (differences.Count == 0 && nearest.Scenario is { } scenario)
        {
            differences.Add($"<<<<< Scenario does not match{Line}expected: the state '{scenario.RequiredState}'");
        }

        var (method, address) = (nearest.Request.Parts[0].Expected, nearest.Request.Parts[1].Expected);
        return $"{Line}The nearest mapping is for {method} {address}{Line}{string.Join(Line, differences)}";
    }
}
