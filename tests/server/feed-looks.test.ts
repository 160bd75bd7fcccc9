import { expect, it } from 'vitest';
import { importText } from '../support/annotations.ts';
import { useService } from '../support/service.ts';

const service = useService({ sample: false });
const QUERY = '{ document(by: {slug: "text"}) { title } }';

/** How often the event log is looked at to answer the query, and with which title. */
async function asked(): Promise<[title: string, looks: number]> {
  const { data, statements } = await service().run(QUERY);
  return [data.document.title, statements.filter((sql) => sql.includes('pg_visible_in_snapshot')).length];
}

it('Each query looks at the event log once, whether its answer is new, kept, or kept and out of date', async () => {
  await importText(service(), 'text', 'Words.', { title: 'One' });
  await service().run('{ viewer { roles } }');
  expect(await asked()).toEqual(['One', 1]);
  expect(await asked()).toEqual(['One', 1]);
  await importText(service(), 'text', 'Words.', { title: 'Two' });
  expect(await asked()).toEqual(['Two', 1]);
});
