import type { XmlNode } from 'citeproc';
import { childrenOf, walk } from './check-style.ts';

/** What a style is called and how it cites. */
export interface StyleInfo {
  /** What to ask for it by. */
  name: string;
  title: string;
  /** Whether it cites in notes. */
  notes: boolean;
  /** Whether it cites by numbers. */
  numeric: boolean;
}

/** A style, its XML read when it is first asked for. */
export interface Style {
  info: StyleInfo;
  /** Other things that it is known by: the name of its file, its id. */
  aliases: readonly string[];
  read(): XmlNode;
}

/** What a style says of itself. @param name of its file, without the extension. */
export function describeStyle(name: string, style: XmlNode): StyleInfo {
  const info = childrenOf(style).find((child) => child.name === 'info');
  const format = (info === undefined ? [] : childrenOf(info)).find(
    (child) => child.name === 'category' && child.attrs['citation-format'] !== undefined,
  )?.attrs['citation-format'];
  return {
    name,
    title: infoText(style, 'title') ?? name,
    notes: style.attrs.class === 'note',
    numeric: format === undefined ? rendersNumber(style) : format === 'numeric',
  };
}

/** The id of a style, a URL; null where it has none. */
export function styleId(style: XmlNode): string | null {
  return infoText(style, 'id');
}

/** The id of the style that a dependent one stands for; null where it is none. */
export function parentId(style: XmlNode): string | null {
  const info = childrenOf(style).find((child) => child.name === 'info');
  const link = (info === undefined ? [] : childrenOf(info)).find(
    (child) => child.name === 'link' && child.attrs.rel === 'independent-parent',
  );
  return link?.attrs.href ?? null;
}

function infoText(style: XmlNode, name: string): string | null {
  const info = childrenOf(style).find((child) => child.name === 'info');
  const [text] =
    (info === undefined ? [] : childrenOf(info)).find((child) => child.name === name)?.children ?? [];
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : null;
}

function rendersNumber(style: XmlNode): boolean {
  for (const { attrs } of walk(style)) if (attrs.variable === 'citation-number') return true;
  return false;
}
