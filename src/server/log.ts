import { type Logger, pino } from 'pino';

/** Logs to standard output: for people on a terminal, else one JSON object a line. */
export async function createLog(level: string): Promise<Logger> {
  if (process.stdout.isTTY) {
    const { PinoPretty } = await import('pino-pretty');
    return pino({ level }, PinoPretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true }));
  }
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}
