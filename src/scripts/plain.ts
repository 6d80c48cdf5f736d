import './theme.ts';
import { startCopying } from './copy.ts';
import { startFinishing } from './finished.ts';

startCopying();
startFinishing();
