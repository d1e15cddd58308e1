import type { ComponentProps } from 'preact';
import { useHere } from './here.js';
import { fileHref } from './links.js';
import type { Text } from '../register/text.js';

export interface ParameterView {
  readonly name: string;
  readonly type: 'iri' | 'text' | 'integer' | 'date' | 'language';
  readonly label: Text;
  /** As people write it; absent when nothing stands in for it. */
  readonly value?: string;
  /** The records to choose among, when the parameter is one of a kind. */
  readonly choices?: readonly { readonly value: string; readonly name: string }[];
}

export interface QuestionView {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly parameters: readonly ParameterView[];
}

/** How a value of each type is typed in. */
const inputs: Readonly<Record<ParameterView['type'], ComponentProps<'input'>>> = {
  iri: { type: 'text' },
  text: { type: 'text' },
  integer: { type: 'number' },
  date: { type: 'date' },
  language: { type: 'hidden' },
};

/** A form that asks the question with other values. It works without JavaScript: the values become the address. */
export function QuestionForm({ question }: { readonly question: QuestionView }) {
  const { base, lang, say } = useHere();
  const { name, title, parameters } = question;
  const asked = parameters.filter(({ type }) => type !== 'language');
  return (
    <form class="question" method="get" action={fileHref(base, `queries/${name}`)}>
      {asked.map(parameter => (
        <Field key={parameter.name} parameter={parameter} id={`_${name}-${parameter.name}`} />
      ))}
      {lang !== 'fr' && <input type="hidden" name="lang" value={lang} />}
      <button type="submit" aria-label={say('askTitled', { title: title.value })}>
        {say('ask')}
      </button>
    </form>
  );
}

function Field({ parameter, id }: { readonly parameter: ParameterView; readonly id: string }) {
  const { say } = useHere();
  const { name, type, label, value = '', choices } = parameter;
  return (
    <p>
      <label for={id} lang={label.lang}>
        {label.value}
        {type === 'iri' && !choices && <span class="aside"> {say('recordPath')}</span>}
      </label>
      {choices ? (
        <select id={id} name={name}>
          {choices.map(choice => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.name}
            </option>
          ))}
        </select>
      ) : (
        <input {...inputs[type]} id={id} name={name} value={value} required autocomplete="off" />
      )}
    </p>
  );
}
