import { Problem, type Words } from '../errors.js';

/** Refusals that several routes give to readers of pages. */

/** There is no such page, record or file. */
export function nothingHere(): Problem {
  return new Problem('not-found', {
    en: 'There is nothing at this address. Look the name up in the lists of the register.',
    fr: "Il n'y a rien à cette adresse. Cherchez le nom dans les listes du registre.",
  });
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

/** A list is narrowed by more values than one request may give: in one facet, or over all of them. */
export function tooManyValues(parameter: string, limit: number, scope: 'facet' | 'all'): Problem {
  const where = {
    facet: {
      en: `The parameter "${parameter}" may have ${limit} values at most.`,
      fr: `Le paramètre «\u00a0${parameter}\u00a0» peut avoir ${limit} valeurs au plus.`,
    },
    all: {
      en: `A list may be narrowed by ${limit} values at most; "${parameter}" brings too many.`,
      fr: `Une liste peut être restreinte par ${limit} valeurs au plus ; «\u00a0${parameter}\u00a0» en apporte trop.`,
    },
  } as const;
  return new Problem('bad-request', where[scope], { parameter, limit });
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

/**
 * A body is larger than what is taken where it was sent.
 * @param limit bytes; undefined where whoever refused it does not say
 * @param sent what is taken there
 */
export function bodyTooLarge(
  limit: number | undefined,
  sent: Words = { en: 'what is sent here', fr: 'ce qui est envoyé ici' },
): Problem {
  const most =
    limit === undefined ? { en: '', fr: '' } : { en: ` of ${limit} bytes`, fr: ` de ${limit} octets` };
  return new Problem(
    'too-large',
    {
      en: `The body is larger than the limit${most.en} for ${sent.en}. Shorten it.`,
      fr: `Le corps dépasse la limite${most.fr} pour ${sent.fr}. Raccourcissez-le.`,
    },
    limit === undefined ? {} : { limit },
  );
}
