namespace ImportPayments.Arguments;

/// <summary>What <c>--help</c> says.</summary>
internal static class HelpText
{
    public const string Text = """
        Imports customer payments from a CSV file into a payment journal, each exactly once.

          ImportPayments <file.csv> [options]
          ImportPayments --example [file.csv] [--rows 100]

        The file has a header. Its values stand between semicolons, commas or tabs. Columns, in any
        order and case; the first four are required:

          customerNumber, amount, postingDate, documentNumber, externalDocumentNumber,
          appliesToInvoiceNumber, description, comment, reference

        Reading the file
          --map <column>=<name>    the file's name for a column, such as amount=Betrag; repeatable
          --culture <name>         whose numbers it has, such as da-DK (default: invariant, 1,234.50)
          --decimals <0-5>         the most decimals of an amount (default: 2)
          --date-format <format>   the form of its dates, such as dd.MM.yyyy; 2026-01-31 is always read
          --encoding <name>        how its text is encoded, such as windows-1252 (default: utf-8)
          --negate                 change the sign of every amount: a payment that was received has to
                                   be negative to be posted

        Importing
          --dry-run                check everything, send nothing
          --concurrency <1-5>      requests in flight at a time (default: 5, what the service works on)
          --ledger <file>          what was sent (default: <file.csv>.ledger, .sandbox.ledger for the
                                   sandbox)
          --rejects <file>         rows not imported, each with the reason; written anew by each run
                                   (default: <file.csv>.rejects.csv)
          --unknown <file>         rows that may or may not be imported, each with what to look for;
                                   written anew by each run (default: <file.csv>.unknown.csv)

        Where to: a sandbox of Business Central on this machine, unless you name a tenant or a service
          --data <file>            the sandbox's data (default: <file.csv>.sandbox.json)
          --faults <0-1>           the share of creates that the sandbox disturbs, such as 0.05
          --seed <number>          the choice of these creates (default: 1)
          --tenant <tenant>        Business Central online, by the tenant's domain or id
          --environment <name>     the tenant's environment (default: production)
          --company <name>  --journal <code>
                                   the company and its payment journal
          --service <address> --scope <scope>
                                   API v2.0 at another address: on premises or behind a gateway
          --documented             the documented surface of 2017 instead of API v2.0: of the sandbox, at
                                   --service <address>, or in Microsoft Graph with --service graph
                                   Tokens come from Azure's default credential, or from the variable
                                   FINANCIALS_TOKEN

        Interrupted, stopped or killed? Run the same command again: it goes on where it stopped, and
        creates nothing twice. Ctrl+C ends after the payments under way, a second one at once.

        Correcting the file: each row has a document number of its own, and is known by it, or by the
        text in its reference column where there is one. Rows may be moved, added and taken out, and
        rejected ones corrected in place for the next run. A row that was sent must stay what it is:
        if it was changed, the import stops there and names it. With another document number, or
        another reference, it is another payment. Correct rejects in the file or in the rejects file,
        not in both: importing the rejects file is an import of its own.

        Outcome unknown: where responses were lost and the journal was posted meanwhile, it can be
        that nobody can tell whether a payment exists. Such rows are listed apart, and looked for by
        each run, but never retried. Look for them as the file says. If one does not exist, give it
        another document number, and another reference where it has one.

        Exit codes
          0    all rows are imported
          1    some rows were rejected
          2    the arguments or the file are bad, a row was changed after it had been sent, or the
               ledger is another journal's
          3    stopped by the service: run it again
          4    the outcome of some rows is unknown; others may have been rejected
          130  interrupted: run it again
        """;
}
