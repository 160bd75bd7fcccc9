import { InputInvalid } from '../src/problem.ts';
import { isUuid } from '../src/store/new-id.ts';
import { nodeTypes, partTypes } from './node-types.ts';

const FORM = /^(?<typename>[A-Za-z]+):(?<id>.+)$/;

/** How many ids are remembered, as an answer says many of them again and again. */
const REMEMBERED = 20_000;

const encoded = new Map<string | number | bigint, { typename: string; globalId: string }>();

/** Writes the id by which clients know an object: its type and its UUID, in URL-safe Base64. */
export function encodeGlobalId(typename: string, id: string | number | bigint): string {
  const known = encoded.get(id);
  if (known?.typename === typename) return known.globalId;
  const globalId = Buffer.from(`${typename}:${id}`).toString('base64url');
  if (encoded.size >= REMEMBERED) encoded.clear();
  encoded.set(id, { typename, globalId });
  return globalId;
}

/** Reads the id of an object that `node` finds. @throws InputInvalid for what `encodeGlobalId` did not write. */
export function decodeGlobalId(globalId: string): { typename: string; id: string } {
  const decoded = decode(globalId);
  if (partTypes.includes(decoded.typename))
    throw new InputInvalid(
      `"${globalId.slice(0, 60)}" is the id of type ${decoded.typename}, which is read with what it belongs to only; give the id of that.`,
    );
  return decoded;
}

function decode(globalId: string): { typename: string; id: string } {
  const { typename, id } = FORM.exec(Buffer.from(globalId, 'base64url').toString('utf8'))?.groups ?? {};
  const isType = typename !== undefined && (nodeTypes.includes(typename) || partTypes.includes(typename));
  if (!isType || id === undefined || !isUuid(id))
    throw new InputInvalid(
      `"${globalId.slice(0, 60)}" is not an id of this service; give one that an \`id\` field answered.`,
    );
  return { typename, id };
}

/**
 * The UUID of an object that must be of one of the given types.
 * @param name of the argument, for the message.
 * @throws InputInvalid
 */
export function idOfType(globalId: string, typenames: readonly string[], name: string): string {
  return decodeIdOfType(globalId, typenames, name).id;
}

/** As `idOfType`, with the type found. @throws InputInvalid */
export function decodeIdOfType(
  globalId: string,
  typenames: readonly string[],
  name: string,
): { typename: string; id: string } {
  const decoded = decode(globalId);
  if (!typenames.includes(decoded.typename))
    throw new InputInvalid(
      `\`${name}\` has an id of type ${decoded.typename}; give one of type ${typenames.slice(0, 2).join(' or ')}.`,
    );
  return decoded;
}
