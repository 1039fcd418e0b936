namespace Financials.Client.Sandbox.Page;

/// <summary>A fault that a person can switch on and off.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">Its name to people.</param>
/// <param name="Text">What happens while it is on.</param>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="Switch">Switches it on or off; to what it is already makes no difference.</param>
internal sealed record FaultSwitch(string Key, string Title, string Text, Func<bool> IsOn, Action<bool> Switch);
