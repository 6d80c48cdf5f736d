import { startCopying } from './copy.ts';
import { startReplaying } from './replay.ts';
import { startContents } from './toc.ts';

startCopying();
startReplaying();
startContents();
