using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Rules;

/// <summary>What the service checks and completes when an entity of one type is written.</summary>
/// <param name="store">Where the entity is.</param>
/// <param name="company">The company it belongs to.</param>
internal abstract class EntityRules(Store store, CompanyData company)
{
    protected Store Store => store;

    protected CompanyData Company => company;

    /// <summary>Checks and completes an entity before it is stored.</summary>
    /// <param name="values">The entity, with what was sent already in it.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="before">The entity as it is; null where it is a new one.</param>
    /// <exception cref="ServiceException">The service refuses it.</exception>
    public abstract void Complete(JsonObject values, JsonObject sent, JsonObject? before);

    /// <summary>Rounds the amounts of an entity that is complete.</summary>
    public void RoundAmounts(JsonObject values, EntityType type)
    {
        foreach (var member in type.Amounts)
        {
            values[member] = Amounts.Round(Company, CurrencyOf(values), values.Decimal(member));
        }
    }

    /// <summary>Lets what depends on an entity follow its beginning.</summary>
    /// <param name="values">The entity.</param>
    public virtual void FollowCreate(JsonObject values)
    {
    }

    /// <summary>Lets what depends on an entity follow a change.</summary>
    /// <param name="values">The entity as it is now.</param>
    /// <param name="before">The entity as it was.</param>
    public virtual void Follow(JsonObject values, JsonObject before)
    {
    }

    /// <exception cref="ServiceException">The service refuses to delete the entity.</exception>
    public virtual void CheckDelete(JsonObject values)
    {
    }

    /// <summary>Lets what depended on an entity follow its end.</summary>
    /// <param name="values">The entity as it was.</param>
    public virtual void FollowDelete(JsonObject values)
    {
    }

    /// <summary>The code of the currency that an entity's amounts are in; empty for the company's own.</summary>
    protected virtual string CurrencyOf(JsonObject values) => "";

    protected static ServiceException MustNotBeBlank(string member) =>
        ServiceException.Refused("BadRequest_RequiredParamNotProvided", $"Field '{member}' must not be blank or empty.");
}
