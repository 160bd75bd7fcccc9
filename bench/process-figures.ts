import { readdir, readFile } from 'node:fs/promises';

/** Of /proc: the kernel counts in hundredths of a second, whatever the machine. */
const TICKS_PER_SECOND = 100;

/** The processor time that a process has taken since it began, in seconds; 0 where it is gone. Needs Linux. */
export async function processorSecondsOf(id: number): Promise<number> {
  const fields = await fieldsOf(id);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SECOND;
}

/** The same with that of the processes which it started and which ended, and of those which run: a whole database server. */
export async function familySecondsOf(id: number): Promise<number> {
  const before = await ownTicksOf(id);
  const running = (await childrenOf(id)).map(async (child) => await processorSecondsOf(child));
  const seconds = (await Promise.all(running)).reduce((sum, one) => sum + one, 0);
  // What ended meanwhile would be missing from both.
  if ((await ownTicksOf(id)).ended !== before.ended) return await familySecondsOf(id);
  return (before.own + before.ended) / TICKS_PER_SECOND + seconds;
}

async function ownTicksOf(id: number): Promise<{ own: number; ended: number }> {
  const [user, system, userEnded, systemEnded] = (await fieldsOf(id)).slice(11, 15).map(Number);
  return { own: (user ?? 0) + (system ?? 0), ended: (userEnded ?? 0) + (systemEnded ?? 0) };
}

/** How much memory a process holds now, in bytes. */
export async function residentBytesOf(id: number): Promise<number> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

async function childrenOf(id: number): Promise<number[]> {
  const ids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const parents = await Promise.all(ids.map(async (one) => Number((await fieldsOf(one))[1])));
  return ids.filter((_, index) => parents[index] === id);
}

/** What /proc says of a process after its name, which may have anything in it; the first field is its state. */
async function fieldsOf(id: number): Promise<string[]> {
  const line = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
}
