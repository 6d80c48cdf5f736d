import { runUnderOwnNode } from './run-under-own-node.mjs';

runUnderOwnNode('start:course', process.argv.slice(2), { reading: true });
