import type { EntityAuthority } from '../src/entities/entity.ts';
import { authorityUrl } from '../src/entities/registry/authorities.ts';
import type { AuthorityScheme as Schemes } from '../src/store/generated/enums.ts';
import { builder } from './builder.ts';

const AuthorityScheme = builder.enumType('AuthorityScheme', {
  description: 'A registry of the world that numbers entities.',
  values: {
    WIKIDATA: { description: 'Wikidata, such as Q35314.' },
    VIAF: { description: 'The Virtual International Authority File, such as 96992055.' },
    GEONAMES: { description: 'GeoNames, such as 524901.' },
    ISNI: {
      description: 'The International Standard Name Identifier (ISO 27729), such as 0000000121032683.',
    },
    LCNAF: { description: 'The authority files of the Library of Congress, such as n79021164.' },
    GND: { description: 'The Gemeinsame Normdatei, such as 118540238.' },
  } satisfies Record<keyof typeof Schemes, object>,
});

export const Authority = builder.objectRef<EntityAuthority>('Authority').implement({
  description: 'The number under which a registry of the world knows an entity.',
  fields: (t) => ({
    scheme: t.expose('scheme', { type: AuthorityScheme, description: 'The registry.' }),
    value: t.exposeString('value', { description: 'The number, as that registry writes it.' }),
    url: t.field({ type: 'URL', description: 'Where that registry tells of it.', resolve: authorityUrl }),
  }),
});

export const AuthorityInput = builder.inputType('AuthorityInput', {
  description: 'The number under which a registry of the world knows an entity.',
  fields: (t) => ({
    scheme: t.field({ type: AuthorityScheme, required: true, description: 'The registry.' }),
    value: t.string({
      required: true,
      description:
        'The number, or its URL there; spaces and the name of the registry before it are taken off.',
    }),
  }),
});
