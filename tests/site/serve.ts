export { serveSite, type Served } from '../../src/slides/serve.ts';
