import type { Body } from '../src/annotations/annotation.ts';
import { Motivation as Motivations, TextFormat as TextFormats } from '../src/store/generated/enums.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { found } from './found.ts';
import { idOfType } from './global-id.ts';
import { LocatorLabel } from './locator.ts';
import { Source, sourceNamed } from './source.ts';
import { when } from './when.ts';

export const Motivation = builder.enumType('Motivation', {
  description: 'Why an annotation was made: the motivations of the W3C Web Annotation vocabulary.',
  values: Object.values(Motivations),
});

export const TextFormat = builder.enumType('TextFormat', {
  description: 'How the text of a body is written.',
  values: Object.values(TextFormats),
});

type TextualBodyModel = Extract<Body, { kind: 'TEXTUAL' }>;
type LinkBodyModel = Extract<Body, { kind: 'LINK' }>;
type EntityBodyModel = Extract<Body, { kind: 'ENTITY' }>;
type SourceBodyModel = Extract<Body, { kind: 'SOURCE' }>;

const TextualBody = builder.objectRef<TextualBodyModel>('TextualBody').implement({
  description: 'Words.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words, as they were written.' }),
    format: t.expose('format', { type: TextFormat, description: 'How they are written.' }),
    language: t.expose('language', {
      type: 'LanguageTag',
      nullable: true,
      description: 'The language that they are in.',
    }),
    purpose: t.expose('purpose', {
      type: Motivation,
      nullable: true,
      description: 'Why this body, where that differs from the annotation.',
    }),
  }),
});

const LinkBody = builder.objectRef<LinkBodyModel>('LinkBody').implement({
  description: 'A link to something on the web.',
  fields: (t) => ({
    url: t.expose('url', { type: 'URL', description: 'Where it leads.' }),
    purpose: t.expose('purpose', {
      type: Motivation,
      nullable: true,
      description: 'Why this body, where that differs from the annotation.',
    }),
  }),
});

const EntityBody = builder.objectRef<EntityBodyModel>('EntityBody').implement({
  description: 'An entity of the registry.',
  fields: (t) => ({
    entity: t.field({
      type: Entity,
      description: 'The entity.',
      resolve: ({ entityId }, _args, { loaders }) => when(loaders.entity.read(entityId), found),
    }),
    purpose: t.expose('purpose', {
      type: Motivation,
      nullable: true,
      description: 'Why this body, where that differs from the annotation.',
    }),
  }),
});

const SourceBody = builder.objectRef<SourceBodyModel>('SourceBody').implement({
  description: 'A source.',
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: 'The source; as it was last, where it was deleted since.',
      resolve: ({ sourceId }, _args, context) => sourceNamed(sourceId, context),
    }),
    locator: t.exposeString('locator', {
      nullable: true,
      description: 'Where in it, such as 12-15; null for the whole of it.',
    }),
    locatorLabel: t.expose('locatorLabel', {
      type: LocatorLabel,
      nullable: true,
      description: 'What the locator counts; null where there is none.',
    }),
    purpose: t.expose('purpose', {
      type: Motivation,
      nullable: true,
      description: 'Why this body, where that differs from the annotation.',
    }),
  }),
});

const bodyTypes = {
  TEXTUAL: 'TextualBody',
  LINK: 'LinkBody',
  ENTITY: 'EntityBody',
  SOURCE: 'SourceBody',
} as const;

export const AnnotationBody = builder.unionType('AnnotationBody', {
  description: 'What an annotation says.',
  types: [TextualBody, LinkBody, EntityBody, SourceBody],
  resolveType: ({ kind }) => bodyTypes[kind],
});

const TextualBodyInput = builder.inputType('TextualBodyInput', {
  description: 'Words.',
  fields: (t) => ({
    text: t.string({ required: true, description: 'The words.' }),
    format: t.field({
      type: TextFormat,
      required: true,
      defaultValue: 'MARKDOWN',
      description: 'How they are written.',
    }),
    language: t.field({ type: 'LanguageTag', description: 'The language that they are in.' }),
    purpose: t.field({
      type: Motivation,
      description: 'Why this body, where that differs from the annotation.',
    }),
  }),
});

const SourceBodyInput = builder.inputType('SourceBodyInput', {
  description: 'A source, or a place in one.',
  fields: (t) => ({
    source: t.id({ required: true, description: 'The source.' }),
    locator: t.string({ description: 'Where in it, such as 12-15.' }),
    locatorLabel: t.field({
      type: LocatorLabel,
      description: 'What the locator counts; PAGE where there is a locator and nothing else is said.',
    }),
    purpose: t.field({
      type: Motivation,
      description: 'Why this body, where that differs from the annotation.',
    }),
  }),
});

export const AnnotationBodyInput = builder.inputType('AnnotationBodyInput', {
  isOneOf: true,
  description: 'One body of an annotation.',
  fields: (t) => ({
    text: t.field({ type: TextualBodyInput, description: 'Words.' }),
    url: t.field({ type: 'URL', description: 'A link.' }),
    entity: t.id({ description: 'An entity of the registry.' }),
    source: t.field({ type: SourceBodyInput, description: 'A source, or a place in one.' }),
  }),
});

/** A body as a client gives it. @throws InputInvalid for the id of something else. */
export function readBody(given: typeof AnnotationBodyInput.$inferInput): Body {
  if (typeof given.entity === 'string')
    return { kind: 'ENTITY', entityId: idOfType(given.entity, ['Entity'], 'entity'), purpose: null };
  if (given.source) {
    const { source, locator, locatorLabel, purpose } = given.source;
    return {
      kind: 'SOURCE',
      sourceId: idOfType(source, ['Source'], 'source'),
      locator: locator ?? null,
      locatorLabel: locatorLabel ?? null,
      purpose: purpose ?? null,
    };
  }
  if (given.text === null || given.text === undefined)
    return { kind: 'LINK', url: given.url ?? '', purpose: null };
  const { text, format, language, purpose } = given.text;
  return { kind: 'TEXTUAL', text, format, language: language ?? null, purpose: purpose ?? null };
}
