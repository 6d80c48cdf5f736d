import './theme.ts';
import { startBoxes } from './boxes.ts';
import { startFinishing } from './finished.ts';
import { startSearchField } from './search-field.ts';

startBoxes();
startFinishing();
startSearchField();
