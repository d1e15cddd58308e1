import { describeBoundVariables } from '../contracts/bound-variables.js';
import { describeEvaluator } from '../contracts/evaluator.js';
import { engines } from './answers.js';

for (const [name, engineOver] of Object.entries(engines)) {
  describeEvaluator(name, engineOver);
  describeBoundVariables(name, engineOver);
}
