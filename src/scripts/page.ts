import { startCopying } from './copy.ts';
import { startReplaying } from './replay.ts';

startCopying();
startReplaying();
