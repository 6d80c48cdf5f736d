export { anchorOf, anchorsOf, type SlideAnchors } from '../lesson/anchors.ts';
