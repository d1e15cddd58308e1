import { Problem, type Words } from '../errors.js';

/** Refusals that several routes give to readers of pages. */

/** There is no such page, record or file. */
export function nothingHere(): Problem {
  return new Problem('not-found', {
    en: 'There is nothing at this address. Look the name up in the lists of the register.',
    fr: "Il n'y a rien à cette adresse. Cherchez le nom dans les listes du registre.",
  });
}

/** A list is shorter than the page asked for. */
export function noSuchPage(page: number, pages: number): Problem {
  return new Problem(
    'not-found',
    {
      en: `This list has ${pages} page(s): there is no page ${page}.`,
      fr: `Cette liste a ${pages} page(s) : il n'y a pas de page ${page}.`,
    },
    { parameter: 'page' },
  );
}

/** A parameter has a value that it does not take. */
export function wrongValue(parameter: string, takes: Words): Problem {
  return new Problem(
    'bad-request',
    {
      en: `The parameter "${parameter}" takes ${takes.en}.`,
      fr: `Le paramètre «\u00a0${parameter}\u00a0» attend ${takes.fr}.`,
    },
    { parameter },
  );
}

/** A parameter is given more than once. */
export function repeated(parameter: string): Problem {
  return new Problem(
    'bad-request',
    {
      en: `The parameter "${parameter}" may be given once only.`,
      fr: `Le paramètre «\u00a0${parameter}\u00a0» ne peut être donné qu'une fois.`,
    },
    { parameter },
  );
}
