import { startReplaying } from './replay.ts';
import { startUnfolding } from './whole-output.ts';
import { startWrapping } from './wrap.ts';

startReplaying();
startUnfolding();
startWrapping();
