import { base, Faker } from '@faker-js/faker';
import type { Language } from './languages/language.ts';

/** Names of people and places in a language; each list holds what may stand in place of one of its names. */
export interface Names {
  first: string[];
  last: string[];
  city: string[];
}

/** How many names of a sort a text knows at most. */
const COUNT = 60;

export function namesIn({ locale }: Language, seed: number): Names {
  const faker = new Faker({ locale: [locale, base], seed });
  const some = (make: () => string): string[] => [...new Set(Array.from({ length: COUNT }, make))];
  return {
    first: some(() => faker.person.firstName()),
    last: some(() => faker.person.lastName()),
    city: some(() => faker.location.city()),
  };
}
