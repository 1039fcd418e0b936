using System.ComponentModel.DataAnnotations;

namespace WorkerService;

/// <summary>What the worker does: the section <c>Worker</c> of the configuration.</summary>
internal sealed class WorkerOptions
{
    /// <summary>The folder that files of payments are dropped into.</summary>
    [Required]
    public required string Inbox { get; set; }

    /// <summary>The name of the company that the payments belong to.</summary>
    [Required]
    public required string Company { get; set; }

    /// <summary>The code of the payment journal that the payments are written to.</summary>
    [Required]
    public required string Journal { get; set; }

    /// <summary>
    /// How long a worker has the journal without writing anything; longer than an attempt may take. When it dies, another waits this long.
    /// Default: 30 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The time between two looks into the inbox. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);
}
