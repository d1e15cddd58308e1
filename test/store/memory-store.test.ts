import { MemoryStore } from '../../src/store/memory-store.js';
import { describeQuadStore } from '../contracts/quad-store.js';

describeQuadStore('MemoryStore', { open: () => Promise.resolve(new MemoryStore()) });
