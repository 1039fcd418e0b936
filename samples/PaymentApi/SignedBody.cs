using System.Security.Cryptography;
using System.Text;

namespace PaymentApi;

/// <summary>The body of a delivery, if it comes from the bank: the header <c>X-Signature</c> is its HMAC-SHA-256 in hexadecimal digits.</summary>
internal static class SignedBody
{
    public const string Header = "X-Signature";

    /// <returns>The body; null where it is not signed with the secret.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, string secret, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var signature = Encoding.ASCII.GetBytes(request.Headers[Header].ToString().ToUpperInvariant());
        var expected = Encoding.ASCII.GetBytes(Of(body.ToArray(), secret));
        return CryptographicOperations.FixedTimeEquals(signature, expected) ? body.ToArray() : null;
    }

    public static string Of(byte[] body, string secret) => Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
