import { commonKeys, dateKeys, namedBy, precisionKey } from './common-keys.js';
import { keysOf } from './context-keys.js';
import type { Schema } from './parameters.js';

type Properties = Readonly<Record<string, Schema>>;

/** The schema of an object, with the keys that say the same for every kind. */
export function withCommonProperties(schema: Schema): Schema {
  const properties = schema['properties'] as Properties;
  const required = schema['required'] as readonly string[];
  const common = Object.entries(commonKeys).flatMap(([key, sources]) => {
    const given = sources.map(each => (each === namedBy ? 'name' : each)).filter(each => each in properties);
    const [source] = given;
    return source === undefined ? [] : [{ key, given, schema: properties[source] }];
  });
  const must = common.filter(({ given }) => given.some(each => required.includes(each)));
  return {
    ...schema,
    required: [...new Set([...required, ...must.map(({ key }) => key)])],
    properties: { ...properties, ...Object.fromEntries(common.map(each => [each.key, each.schema])) },
  };
}

/** The schema of a thing, with the keys of its dates if it has any. */
export function withDates(schema: Schema): Schema {
  const properties = schema['properties'] as Properties;
  const dated = Object.entries(dateKeys).filter(([, sources]) =>
    sources.flatMap(keysOf).some(key => key in properties),
  );
  const dates = dated.flatMap(([key]) => [
    [
      key,
      { type: 'string', description: 'As precise as it is known: 2022, 2022-06, 2022-06-15, or a time.' },
    ],
    [precisionKey(key), { type: 'string', enum: ['year', 'month', 'day', 'time'] }],
  ]);
  return { ...schema, properties: { ...properties, ...Object.fromEntries(dates) } };
}
