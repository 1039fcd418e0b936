using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.Contract;

/// <summary>The validator says no. That it can say yes, all other tests show.</summary>
public class SchemaValidatorTests
{
    private const string Thing = """
        paths: {}
        components:
          schemas:
            place:
              type: object
              nullable: true
              properties:
                city: { type: string, maxLength: 5 }
            base:
              type: object
              properties:
                id: { type: string, format: uuid, readOnly: true }
            thing:
              allOf:
                - $ref: '#/components/schemas/base'
                - type: object
                  required: [name]
                  properties:
                    name: { type: string, maxLength: 10, description: A name. }
                    note: { type: string, nullable: true }
                    amount: { type: number, format: decimal }
                    line: { type: integer, format: int32, minimum: 0 }
                    row: { type: number, format: decimal, multipleOf: 1 }
                    notes: { type: object, additionalProperties: { type: string } }
                    anything: { type: object, additionalProperties: true }
                    isOpen: { type: boolean }
                    day: { type: string, format: date }
                    at: { type: string, format: date-time }
                    place: { allOf: [{ $ref: '#/components/schemas/place' }], description: Where. }
                    places: { type: array, items: { $ref: '#/components/schemas/place' } }
                    code: { type: string, x-business-central-type: 'Code[10]' }
                    kind: { type: string, x-business-central-type: Enum }
                    text: { type: string, x-business-central-type: 'Text[10]' }
                    made: { allOf: [{ $ref: '#/components/schemas/place' }], readOnly: true }
        """;

    private static readonly OpenApiDocument Document = OpenApiDocument.Read(new StringReader(Thing));

    [TestCase("""{"name":"a","note":null,"amount":-1.50,"line":3,"isOpen":false,"day":"2015-12-31","at":"2016-12-31T23:56:51.5562076+03:00"}""")]
    [TestCase("""{"name":"a","place":null,"places":[null,{"city":"Rome"}]}""")]
    [TestCase("""{"name":"a","place":{}}""")]
    [TestCase("""{"name":"a","code":"1M(8D)","kind":"In_x0020_Review","text":" as sent "}""")]
    [TestCase("""{"name":"a","code":"","kind":"_x0020_"}""")]
    [TestCase("""{"name":"a","row":4000000000,"notes":{"first":"b"},"anything":{"at":{"all":[1]}}}""")]
    public void Json_AsTheSchemaSays_HasNoProblem(string json) => Assert.That(Problems(json), Is.Empty);

    [TestCase("""{"name":"a","nam":"b"}""", "$.nam is unknown to the contract")]
    [TestCase("""{"name":"a","place":{"town":"b"}}""", "$.place.town is unknown to the contract")]
    [TestCase("""{"name":"a","places":[{},{"town":"b"}]}""", "$.places[1].town is unknown to the contract")]
    [TestCase("""{"note":"a"}""", "$.name is missing")]
    [TestCase("""{"name":null}""", "$.name may not be null")]
    [TestCase("""{"name":7}""", "$.name is 7, which is no string")]
    [TestCase("""{"name":"a","amount":"1500"}""", "$.amount is \"1500\", which is no number")]
    [TestCase("""{"name":"a","line":1.5}""", "$.line is 1.5, which is no integer")]
    [TestCase("""{"name":"a","line":2147483648}""", "$.line is 2147483648, which has not the format int32")]
    [TestCase("""{"name":"a","line":-1}""", "$.line is -1, less than 0")]
    [TestCase("""{"name":"a","row":1.5}""", "$.row is 1.5, no multiple of 1")]
    [TestCase("""{"name":"a","notes":{"first":7}}""", "$.notes.first is 7, which is no string")]
    [TestCase("""{"name":"a","isOpen":"true"}""", "$.isOpen is \"true\", which is no boolean")]
    [TestCase("""{"name":"a","day":"31.12.2015"}""", "$.day is \"31.12.2015\", which has not the format date")]
    [TestCase("""{"name":"a","day":"2015-02-30"}""", "$.day is \"2015-02-30\", which has not the format date")]
    [TestCase("""{"name":"a","at":"2016-12-31T23:56:51"}""", "$.at is \"2016-12-31T23:56:51\", which has not the format date-time")]
    [TestCase("""{"name":"a","id":"id-value"}""", "$.id is \"id-value\", which has not the format uuid")]
    [TestCase("""{"name":"more than ten"}""", "$.name has 13 characters, more than 10")]
    [TestCase("""{"name":"a","place":{"city":"London"}}""", "$.place.city has 6 characters, more than 5")]
    [TestCase("""{"name":"a","place":"Rome"}""", "$.place is \"Rome\", which is no object")]
    [TestCase("""{"name":"a","places":{}}""", "$.places is {}, which is no array")]
    [TestCase("""{"name":"a","code":"Exw"}""", "$.code is \"Exw\", which is no Code[10] of Business Central's")]
    [TestCase("""{"name":"a","code":"EXW "}""", "$.code is \"EXW \", which is no Code[10] of Business Central's")]
    [TestCase("""{"name":"a","kind":"In Review"}""", "$.kind is \"In Review\", which is no Enum of Business Central's")]
    [TestCase("""{"name":"a","kind":""}""", "$.kind is \"\", which is no Enum of Business Central's")]
    [TestCase("[]", "$ is [], which is no object")]
    public void Json_NotAsTheSchemaSays_IsNamed(string json, string problem) => Assert.That(Problems(json), Does.Contain(problem));

    [TestCase("""{"name":"a","id":"8f2a1c30-6b7d-4e59-a1c2-3d4e5f607182"}""", "$.id is read-only")]
    [TestCase("""{"name":"a","made":{}}""", "$.made is read-only")]
    public void ReadOnlyMember_InARequestOnly_IsAProblem(string json, string problem)
    {
        Assert.That(Problems(json, isRequest: true), Is.EqualTo((string[])[problem]));
        Assert.That(Problems(json), Is.Empty);
    }

    [Test]
    public void Code_InARequest_MayBeAsTheCallerWritesIt() => Assert.That(Problems("""{"name":"a","code":" exw"}""", isRequest: true), Is.Empty);

    [Test]
    public void Schema_WithAKeywordThatNobodyJudges_IsRefused()
    {
        var schema = JsonNode.Parse("""{"type":"string","pattern":"^a"}""")!;

        var error = Assert.Throws<NotSupportedException>(() => new SchemaValidator(Document, isRequest: false).Problems("b", schema).ToList());

        Assert.That(error!.Message, Does.Contain("'pattern'"));
    }

    private static IReadOnlyList<string> Problems(string json, bool isRequest = false) =>
        [.. new SchemaValidator(Document, isRequest).Problems(JsonNode.Parse(json), JsonNode.Parse("""{"$ref":"#/components/schemas/thing"}""")!)];
}
