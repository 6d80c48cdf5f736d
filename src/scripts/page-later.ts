import { startEnlarging } from './enlarge.ts';
import { startReplaying } from './replay.ts';
import { startUnfolding } from './whole-output.ts';
import { startWrapping } from './wrap.ts';

startEnlarging();
startReplaying();
startUnfolding();
startWrapping();
