import { type Logger, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';

/** Logs to standard output: for people on a terminal, else one JSON object a line. */
export function createLog(level: string): Logger {
  return process.stdout.isTTY
    ? pino({ level }, PinoPretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true }))
    : pino({
        level,
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      });
}
