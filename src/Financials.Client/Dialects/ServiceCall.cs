using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>A request, and how its response is read.</summary>
internal readonly record struct ServiceCall<TResult>(ServiceRequest Request, ResponseReader<TResult> Reader);
