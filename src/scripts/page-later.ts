import { startBoxes } from './boxes.ts';
import { playWithCluster, startClusters } from './clusters.ts';
import { startEnlarging } from './enlarge.ts';
import { startReplaying } from './replay.ts';
import { startUnfolding } from './whole-output.ts';
import { startWrapping } from './wrap.ts';

startBoxes();
startEnlarging();
startClusters();
startReplaying({ play: playWithCluster });
startUnfolding();
startWrapping();
