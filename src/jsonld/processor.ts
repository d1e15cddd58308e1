/** jsonld.js. Loading it takes a while, so it is loaded when there is the first JSON-LD to read or to write. */
export async function loadProcessor() {
  const { default: processor } = await import('jsonld');
  return processor;
}
