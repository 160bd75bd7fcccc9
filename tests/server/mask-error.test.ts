import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createErrorMask } from '../../src/server/mask-error.ts';

const mask = createErrorMask(pino({ level: 'silent' }));
const codeOf = (code: string): unknown => mask(Object.assign(new Error('no'), { code })).extensions.code;

it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', '57P01', '28P01', '08006', 'P1001'])(
  'A database that answers %s is not available',
  (code) => expect(codeOf(code)).toBe('DATABASE_UNAVAILABLE'),
);

it.each(['23505', '42601', 'P2002', 'EACCES'])('%s is a fault of the server', (code) =>
  expect(codeOf(code)).toBe('INTERNAL_SERVER_ERROR'),
);
