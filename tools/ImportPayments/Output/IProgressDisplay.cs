namespace ImportPayments.Output;

/// <summary>Shows a person how an import goes.</summary>
internal interface IProgressDisplay
{
    /// <summary>Shows it while it goes.</summary>
    /// <param name="pace">How far it is.</param>
    /// <param name="work">The import; it says after each row that the pace has moved.</param>
    Task ShowAsync(Pace pace, Func<Action, Task> work);
}
