import { Router, type Request, type Response } from 'express';
import { csvMetadata } from '../../catalogue/csv-metadata.js';
import { datasets } from '../../catalogue/datasets.js';
import { csvMetadataPath, dumpFormats, dumpPath } from '../../catalogue/distributions.js';
import { dumpsOf, type PreparedFile } from '../../catalogue/dumps.js';
import { licenceFor } from '../../catalogue/licences.js';
import type { HttpContext } from '../context.js';
import { askedPart } from '../byte-range.js';
import { sendCoded } from '../content-encoding.js';
import { sendWhole } from '../send-parts.js';
import { sendKept } from '../send.js';

/** Seconds that a file may be kept before it is asked for again: as long as any other answer. */
const freshFor = 60;

/** The files of the catalogue: the register, each kind and the vocabulary as a whole, in every format. */
export function dumpRoutes(context: HttpContext): Router {
  const { register } = context;
  const { base } = register.identifiers;
  const router = Router();
  // The list of files stands in the catalogue.
  router.get('/dump', (_request, response) => {
    response.redirect(303, `${base}/catalog`);
  });
  for (const dataset of datasets) {
    const { name } = dataset;
    for (const { extension, mediaType } of dumpFormats)
      router.get(`/${dumpPath(name, extension)}`, async (request, response) => {
        const dumps = await dumpsOf(register);
        const file = await dumps.file(name, extension);
        if (extension === 'csv') response.set('Link', columnsLink(`${base}/${csvMetadataPath(name)}`));
        await sendFile(request, response, { ...file, mediaType });
      });
    const path = csvMetadataPath(name);
    const licence = licenceFor(dataset, context.publisher);
    router.get(`/${path}`, (request, response) =>
      sendKept({ path, format: 'csvm' }, { request, response, context }, () =>
        Promise.resolve({
          mediaType: 'application/csvm+json',
          format: 'csvm',
          body: JSON.stringify(csvMetadata(name, base, licence), null, 2),
        }),
      ),
    );
  }
  return router;
}

/** Where the columns are described (CSV on the Web, Model for Tabular Data, section 5.2). */
function columnsLink(href: string): string {
  return `<${encodeURI(href)}>; rel="describedby"; type="application/csvm+json"`;
}

/** Sends a file that was made before, under the tag that it was given then: megabytes are not hashed again. */
export async function sendFile(
  request: Request,
  response: Response,
  { bytes, etag, madeAt, mediaType }: PreparedFile & { readonly mediaType: string },
): Promise<void> {
  response.set({
    'Content-Type': `${mediaType}; charset=utf-8`,
    ETag: etag,
    'Last-Modified': madeAt.toUTCString(),
    'Cache-Control': `public, max-age=${freshFor}, must-revalidate`,
  });
  const part = request.fresh ? undefined : askedPart(bytes, request, response);
  if (part) await sendWhole(part, response);
  else await sendCoded(bytes, request, response);
}
