import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { added, documentId, note } from '../support/annotations.ts';
import { useService } from '../support/service.ts';
const service = useService();
const text = readFileSync('/tmp/guide-citations.md', 'utf8');
for (const [, query = ''] of text.matchAll(/```graphql\n([\s\S]*?)```/g)) it(query.split('\n')[0] ?? '', async () => {
  const document = await documentId(service());
  const { data: s } = await service().run('{ source(by: { key: "roberts" }) { id } }');
  const { data, errors } = await service().run(query, { document, source: s?.source?.id });
  console.log(JSON.stringify(data ?? errors, null, 1).slice(0, 6000));
  expect(errors).toBeUndefined();
});
