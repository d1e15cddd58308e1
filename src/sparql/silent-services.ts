import { AlgebraFactory, algebraUtils, type Algebra } from '@traqula/algebra-transformations-1-2';

const factory = new AlgebraFactory();

/**
 * The query with one empty solution in the place of each SERVICE SILENT: no connection is opened here, and one that cannot be
 * reached gives just that (SPARQL 1.1 Federated Query section 2.2).
 */
export function withoutSilentServices(operation: Algebra.Operation): Algebra.Operation {
  return algebraUtils.mapOperation<'unsafe', Algebra.Operation>(operation, {
    service: {
      preVisitor: ({ silent }) => ({ continue: !silent }),
      transform: service => (service.silent ? factory.createBgp([]) : service),
    },
  });
}
