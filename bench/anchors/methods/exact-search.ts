import type { Method } from './method.ts';

/** Of all the places where the words stand verbatim, the one nearest to where they stood. */
export const exactSearch: Method = {
  name: 'exact search',
  find({ exact, place }, { text }) {
    let nearest = -1;
    for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
      if (nearest === -1 || Math.abs(at - place.start) < Math.abs(nearest - place.start)) nearest = at;
    }
    return nearest === -1 ? null : { start: nearest, end: nearest + exact.length };
  },
};
