import { startCopying } from './copy.ts';
import { startReplaying } from './replay.ts';
import { startContents } from './toc.ts';
import { startUnfolding } from './whole-output.ts';

startCopying();
startReplaying();
startContents();
startUnfolding();
