using System.Text.Json;
using Financials.Client;

namespace WorkerService;

/// <summary>
/// The payments of a file that are not known to exist: <c>….refused.json</c> and <c>….unknown.json</c> beside the file that is done.
/// Written anew each time the file is worked on; where there are none, there is no such file.
/// </summary>
internal sealed class LeftPayments : IDisposable
{
    private readonly Dictionary<string, IncomingPayment> _underWay = new(StringComparer.Ordinal);
    private readonly ReasonFile _refused;
    private readonly ReasonFile _unknown;

    /// <param name="done">Where the file goes when it is done.</param>
    public LeftPayments(string done) =>
        (_refused, _unknown) = (new(Path.ChangeExtension(done, ".refused.json")), new(Path.ChangeExtension(done, ".unknown.json")));

    /// <summary>A payment is about to be sent.</summary>
    public void Begin(IncomingPayment payment) => _underWay[payment.Reference] = payment;

    /// <summary>Says what became of a payment.</summary>
    /// <returns>Why it is left; null where it exists.</returns>
    public string? Add(BatchPaymentResult result)
    {
        _underWay.Remove(result.Reference, out var payment);
        if (result.Failure is not { } failure)
        {
            return null;
        }

        var reason = failure.ServiceMessage ?? failure.Message;
        if (result.Outcome is BatchPaymentOutcome.Unknown)
        {
            reason = FormattableString.Invariant(
                $"{failure.Message} Look for line {result.LineNumber} of the journal and for document {result.DocumentNumber} among what was posted.");
        }

        (result.Outcome is BatchPaymentOutcome.Unknown ? _unknown : _refused).Add(payment! with { Reason = reason });
        return reason;
    }

    public void Dispose()
    {
        _refused.Dispose();
        _unknown.Dispose();
    }

    private sealed class ReasonFile : IDisposable
    {
        private readonly string _path;
        private Utf8JsonWriter? _json;
        private FileStream? _file;

        public ReasonFile(string path)
        {
            _path = path;
            File.Delete(path);
        }

        public void Add(IncomingPayment payment)
        {
            if (_json is null)
            {
                _file = File.Create(_path);
                _json = new Utf8JsonWriter(_file, new JsonWriterOptions { Indented = true });
                _json.WriteStartArray();
            }

            JsonSerializer.Serialize(_json, payment, JsonSerializerOptions.Web);
            _json.Flush();
        }

        public void Dispose()
        {
            _json?.WriteEndArray();
            _json?.Dispose();
            _file?.Dispose();
        }
    }
}
