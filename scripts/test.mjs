import { runUnderOwnNode } from './run-under-own-node.mjs';

runUnderOwnNode('test:all', process.argv.slice(2));
