using Spectre.Console;
using Spectre.Console.Rendering;

namespace ImportPayments.Output;

/// <summary>A column of the progress bar whose text is asked for at each drawing.</summary>
internal sealed class PaceColumn(Func<string> text) : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(text());
}
