import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/**
 * The service's own document does not say which fields may be absent, so the types are written by hand. What they name must exist there:
 * a field that is renamed in the service breaks this test before it breaks the screen.
 */
interface Document {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown>; enum?: string[] }> };
}

const document = parse(readFileSync(resolve('../../../../docs/openapi/analyst-queue.yaml'), 'utf8')) as Document;
const { schemas } = document.components;
const source = ts.createSourceFile('types.ts', readFileSync('src/api/types.ts', 'utf8'), ts.ScriptTarget.Latest, true);

const fields = new Map<string, string[]>();
const choices = new Map<string, string[]>();
source.forEachChild((node) => {
  if (ts.isInterfaceDeclaration(node)) {
    fields.set(
      node.name.text,
      node.members.flatMap(({ name }) => (name !== undefined && ts.isIdentifier(name) ? [name.text] : [])),
    );
  }
  if (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type)) {
    choices.set(
      node.name.text,
      node.type.types.flatMap((type) => (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [])),
    );
  }
});

/** Names here, and in the service's document where they differ. */
const schemaOf: Record<string, string> = {
  CaseFile: 'CaseRepresentation',
  Claim: 'ClaimRepresentation',
  EmptyQueue: 'EmptyRepresentation',
  ScanImage: 'ImageRepresentation',
  OtherScan: 'OtherScanRepresentation',
  Reason: 'ReasonRepresentation',
  Finding: 'FindingRepresentation',
  ChangeSeen: 'ChangeRepresentation',
  Comparison: 'ComparisonRepresentation',
  Revealed: 'RevealedRepresentation',
  Deadline: 'DeadlineRepresentation',
  AuditEntry: 'EntryRepresentation',
  AuditPage: 'Entries',
  Verification: 'VerificationRepresentation',
  Source: 'ContributionSource',
};

describe('the types', () => {
  it('name only fields that the service has', () => {
    expect(fields.size).toBeGreaterThan(20);
    for (const [name, own] of fields) {
      const schema = schemas[schemaOf[name] ?? name];
      expect(schema, name).toBeDefined();
      expect(own.filter((field) => schema?.properties?.[field] === undefined), name).toEqual([]);
    }
  });

  it.each(['Energy', 'CheckDigit', 'HidingPlace', 'Source', 'Weight', 'ChangeKind', 'ComparisonResult', 'ComparisonObstacle'])('know every %s', (name) => {
    expect(choices.get(name)?.sort()).toEqual(schemas[schemaOf[name] ?? name]?.enum?.sort());
  });

  it('know every decision', async () => {
    const { decisions } = await import('./types');
    expect([...decisions]).toEqual(schemas.Decision?.enum);
  });
});

it.each([
  ['get', '/api/v1/me'],
  ['get', '/api/v1/queue'],
  ['get', '/api/v1/queue/changes'],
  ['post', '/api/v1/claims'],
  ['get', '/api/v1/claims/mine'],
  ['post', '/api/v1/cases/{caseId}/heartbeat'],
  ['post', '/api/v1/cases/{caseId}/release'],
  ['post', '/api/v1/cases/{caseId}/reveal'],
  ['post', '/api/v1/cases/{caseId}/decision'],
  ['get', '/api/v1/cases/{caseId}/images/{imageId}/{energy}'],
  ['get', '/api/v1/cases/{caseId}/other-scans/{scanId}/images/{imageId}/{energy}'],
  ['get', '/api/v1/cases/{caseId}/heat-map'],
  ['get', '/api/v1/audit'],
  ['get', '/api/v1/audit/verification'],
  ['get', '/sign-in'],
])('%s %s is there', (method, path) => {
  expect(document.paths[path]?.[method]).toBeDefined();
});
