export { anchorOf, anchorsOf, RESERVED_IDS, snippetAnchor, type SlideAnchors } from '../lesson/anchors.ts';
