// A verification that is about to be killed while it makes, or has, the machines of a Swarm lesson.
import { SwarmLabs } from '../../src/lab/swarm/swarm-labs.ts';
import { openRun } from '../../src/ledger/ownership.ts';
import { courseWith } from '../fixtures/course-of.ts';
import { lessonOf } from '../fixtures/lesson-source.ts';

const [root = '', stateDir = ''] = process.argv.slice(2);
const run = await openRun({ root, stateDir });
console.log(run.id);
await new SwarmLabs({ run, course: courseWith([]), progress: () => undefined }).enter(lessonOf('', 'swarm'));
console.log('prêt');
setInterval(() => undefined, 60_000);
