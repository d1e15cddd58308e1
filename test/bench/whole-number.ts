import { InvalidArgumentError } from 'commander';

/** A count on the command line. @throws InvalidArgumentError, which commander shows */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}

/** Several, by commas. */
export function wholeNumbers(text: string): number[] {
  return text.split(',').map(wholeNumber);
}
